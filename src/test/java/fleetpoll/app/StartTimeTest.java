package fleetpoll.app;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.settings.FleetSettings;
import fleetpoll.settings.SettingsLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StartTimeTest {

  private static final Instant START = Instant.parse("2026-11-30T09:30:00Z");

  private final FleetSettings settings =
      SettingsLoader.load(Map.of("start-at", START.toString()), Path.of(""));

  @Test
  void anInstantAheadIsNone() {
    assertThat(StartTime.obstacle(settings, START)).isEmpty();
    assertThat(StartTime.obstacle(settings, START.minus(Duration.ofDays(1)))).isEmpty();
    assertThat(StartTime.obstacle(SettingsLoader.load(Map.of(), Path.of("")), START)).isEmpty();
  }

  @Test
  void nobodyStartsInThePast() {
    assertThat(StartTime.obstacle(settings, START.plusMillis(12_300)))
        .contains(
            "start-at: 2026-11-30T09:30:00Z was 12.3 s ago, by this machine's clock: this generator"
                + " is too late");
  }

  @Test
  void nobodyWaitsForDays() {
    assertThat(StartTime.obstacle(settings, START.minus(Duration.ofDays(2))))
        .contains(
            "start-at: 2026-11-30T09:30:00Z is 48 h ahead, by this machine's clock, and 1 d is the"
                + " most");
  }
}
