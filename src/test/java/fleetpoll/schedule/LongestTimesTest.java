package fleetpoll.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.settings.FleetSettings;
import fleetpoll.settings.SettingsLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LongestTimesTest {

  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  @TempDir private Path folder;

  private FleetSettings fleet(String profile) throws IOException {
    Path file = folder.resolve("profile.conf");
    Files.writeString(file, "timeout = 30 s\n" + profile);
    return SettingsLoader.load(Map.of("profile", file.toString()), folder);
  }

  @Test
  void aTickMayTakeATimeOutForEachEndpoint() throws IOException {
    assertThat(LongestTimes.tick(fleet(""))).isEqualTo(TIMEOUT.multipliedBy(2));
  }

  @Test
  void aLoginMayTakeAnother() throws IOException {
    assertThat(LongestTimes.tick(fleet("login { path = /login, renew-on = [] }")))
        .isEqualTo(TIMEOUT.multipliedBy(3));
  }

  /** Login, A, login, B, login: ItineraryTest has this order. */
  @Test
  void eachPollMayBeFollowedByALoginThatRenews() throws IOException {
    assertThat(LongestTimes.tick(fleet("login { path = /login, renew-on = [401] }")))
        .isEqualTo(TIMEOUT.multipliedBy(5));
  }

  @Test
  void aDeviceIsAwayForItsLongestRetryAndForTheStormAtItsEnd() throws IOException {
    String retry = "retry { first = 1 s, most = 100 s, jitter = 20% }\n";
    String storm = "storm { at = [10 s], back-off = 5 s, jitter = 10 s }\n";

    assertThat(LongestTimes.backOff(fleet(""))).isZero();
    assertThat(LongestTimes.backOff(fleet(retry))).isEqualTo(Duration.ofSeconds(120));
    assertThat(LongestTimes.backOff(fleet(storm))).isEqualTo(Duration.ofSeconds(15));
    assertThat(LongestTimes.backOff(fleet(retry + storm))).isEqualTo(Duration.ofSeconds(135));
  }
}
