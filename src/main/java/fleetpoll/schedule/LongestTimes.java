package fleetpoll.schedule;

import fleetpoll.settings.FleetSettings;
import fleetpoll.settings.LoginSettings;
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
