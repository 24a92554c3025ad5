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
}
