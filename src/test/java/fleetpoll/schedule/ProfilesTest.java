package fleetpoll.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.settings.EndpointSettings;
import fleetpoll.settings.FleetSettings;
import fleetpoll.settings.SettingsLoader;
import fleetpoll.settings.behavior.RetrySettings;
import fleetpoll.trust.TestAuthority;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plans of the profiles that are part of Fleetpoll. */
class ProfilesTest {

  @TempDir Path folder;

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
    Plan plan =
        Plan.of(
            SettingsLoader.load(
                Map.of(
                    "profile", "telemetry",
                    "duration", "60s",
                    "tls.trust", "none",
                    "tls.certificate", "none",
                    "tls.key", "none"),
                Path.of("")));

    assertThat(plan.endpoints()).containsExactly(new Plan.Endpoint("Telemetry", 3_000));
    assertThat(plan.bodyBytes()).isZero();
  }

  @Test
  void telemetryFindsACertificateOfEachDeviceInTheFolderThatItNames() throws Exception {
    TestAuthority.make(folder.resolve("user-files/resources/certificates"))
        .sign(List.of("device-0001", "device-0002"));

    FleetSettings settings =
        SettingsLoader.load(Map.of("profile", "telemetry", "devices", "2"), folder);

    assertThat(settings.access().tls().credentials())
        .map(credential -> credential.chain().get(0).getSubjectX500Principal().getName())
        .containsExactly("CN=device-0001", "CN=device-0002");
    assertThat(settings.trust().file()).isPresent();
  }

  @Test
  void telemetryOnlyPostsLogsInAndStaysAwayAfterAFailure() throws Exception {
    TestAuthority.make(folder.resolve("certificates")).sign(List.of("device-0001"));

    FleetSettings settings =
        SettingsLoader.load(Map.of("profile", "telemetry", "devices", "1"), folder);

    assertThat(settings.endpoints())
        .singleElement()
        .satisfies(report -> assertThat(report.method()).isEqualTo("POST"))
        .satisfies(
            report ->
                assertThat(report.headers()).containsEntry("Authorization", "Bearer #{token}"));
    assertThat(settings.login().request())
        .hasValueSatisfying(
            login ->
                assertThat(login)
                    .extracting(EndpointSettings::method, EndpointSettings::path)
                    .containsExactly("POST", "/login"));
    assertThat(settings.login().save()).containsEntry("token", "$.access_token");
    assertThat(settings.behavior().retry())
        .contains(new RetrySettings(Duration.ofSeconds(15), 2, Duration.ofMinutes(5), 20));
  }

  private static FleetSettings load(String profile) {
    return SettingsLoader.load(Map.of("profile", profile), Path.of(""));
  }

  private static FleetSettings load(String profile, String duration) {
    return SettingsLoader.load(Map.of("profile", profile, "duration", duration), Path.of(""));
  }
}
