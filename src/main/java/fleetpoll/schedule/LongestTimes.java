package fleetpoll.schedule;

import fleetpoll.settings.FleetSettings;
import fleetpoll.settings.LoginSettings;
import fleetpoll.settings.StormSettings;
import java.time.Duration;

/** For how long a device can be occupied: who waits for it must wait for so long at least. */
public final class LongestTimes {

  private LongestTimes() {}

  /**
   * From a tick's first request to the end of its last one: a server may use each time-out up, and
   * the requests of a tick follow one another. All hops of redirects are within one time-out.
   */
  public static Duration tick(FleetSettings settings) {
    return settings.timeout().multipliedBy(requests(settings));
  }

  /**
   * From the failure or storm after which a device stays away to its return, unless further storms
   * strike it meanwhile; zero if there is neither.
   */
  public static Duration backOff(FleetSettings settings) {
    Duration retry =
        settings
            .behavior()
            .retry()
            .map(it -> Duration.ofNanos(it.backOffNanos(Integer.MAX_VALUE, 1)))
            .orElse(Duration.ZERO);
    StormSettings storm = settings.storm();
    // A storm may strike at the end of the device's own back-off.
    return storm.at().isEmpty() ? retry : retry.plus(storm.backOff()).plus(storm.jitter());
  }

  private static int requests(FleetSettings settings) {
    int polls = settings.endpoints().size();
    return polls + logins(settings.login(), polls);
  }

  /** One before the first poll, and another after each that is answered with a renewing status. */
  private static int logins(LoginSettings login, int polls) {
    if (login.request().isEmpty()) {
      return 0;
    }
    return login.renewOn().codes().isEmpty() ? 1 : 1 + polls;
  }
}
