package fleetpoll.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.settings.FleetSettings;
import fleetpoll.settings.SettingsLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The plans of the profiles that are part of Fleetpoll. */
class ProfilesTest {

  @Test
  void reportAndFetchPlansTenThousandReportsAndThreeThousandFetchesAMinute() {
    Plan plan = Plan.of(load("report-and-fetch", "60s"));

    assertThat(plan.devices()).isEqualTo(500);
    assertThat(plan.endpoints())
        .containsExactly(new Plan.Endpoint("Report", 10_000), new Plan.Endpoint("Fetch", 3_000));
  }

  @Test
  void theReconnectStormIsTheDefaultFleetWithThreeStorms() {
    FleetSettings settings = load("reconnect-storm", "2");

    assertThat(Plan.of(settings).polls()).isEqualTo(132_000);
    assertThat(settings.storm().at())
        .containsExactly(Duration.ofSeconds(30), Duration.ofSeconds(60), Duration.ofSeconds(90));
    assertThat(settings.storm().backOff()).isGreaterThan(settings.interval());
  }

  @Test
  void soakIsTheDefaultFleetForAnHour() {
    assertThat(Plan.of(load("soak")).polls()).isEqualTo(3_960_000);
  }

  @Test
  void configPollAsksTwentyTimesForTheConfigurationAndTwiceForTheState() {
    Plan plan = Plan.of(load("config-poll"));

    assertThat(plan.devices()).isEqualTo(500);
    assertThat(plan.endpoints())
        .containsExactly(new Plan.Endpoint("Config", 10_000), new Plan.Endpoint("State", 1_000));
  }

  @Test
  void smokeIsSmall() {
    assertThat(Plan.of(load("smoke")).polls()).isEqualTo(220);
  }

  @Test
  void telemetrySendsThreeThousandReportsAMinuteOfWhichNoneIsKept() {
    Plan plan = Plan.of(load("telemetry", "60s"));

    assertThat(plan.endpoints()).containsExactly(new Plan.Endpoint("Telemetry", 3_000));
    assertThat(plan.bodyBytes()).isZero();
  }

  private static FleetSettings load(String profile) {
    return SettingsLoader.load(Map.of("profile", profile), Path.of(""));
  }

  private static FleetSettings load(String profile, String duration) {
    return SettingsLoader.load(Map.of("profile", profile, "duration", duration), Path.of(""));
  }
}
