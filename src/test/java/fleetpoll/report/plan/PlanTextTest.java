package fleetpoll.report.plan;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.report.RunExamples;
import fleetpoll.schedule.Limits;
import fleetpoll.schedule.Plan;
import fleetpoll.settings.ComparisonSettings;
import fleetpoll.settings.FleetSettings;
import fleetpoll.settings.SettingsLoader;
import fleetpoll.watch.Finding;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class PlanTextTest {

  @Test
  void theDefaultFleet() {
    assertThat(
            lines(
                RunExamples.fleet(500, 600),
                new Limits(OptionalLong.of(1_048_576), OptionalLong.of(28_232), 1_038_090_240)))
        .containsExactly(
            "target          embedded",
            "devices         500",
            "interval        500 ms, phase spread",
            "duration        10 min a device",
            "ticks           600,000, 1,200 a device",
            "requests        660,000: A 600,000, B 60,000",
            "rate            1,100 requests/s",
            "payload         165 Mbit/s expected in answers",
            "sockets         500, of 1,048,576 open files and 28,232 local ports",
            "memory          about 161 MB, of 1,038 MB of heap",
            "simulation.log  about 14.5 MB",
            "checkpoint      every 30 s");
  }

  @Test
  void whatIsUnknownIsSaid() {
    assertThat(
            lines(
                RunExamples.withEndpoints(RunExamples.fleet(1, 90), 2),
                new Limits(OptionalLong.empty(), OptionalLong.empty(), 1_038_090_240)))
        .contains(
            "duration        1 min 30 s a device",
            "payload         0 Mbit/s expected in answers, and status, bulk of unknown size",
            "sockets         1, of an unknown number of open files"
                + " and an unknown number of local ports");
  }

  @Test
  void whatIsParticularAboutAnswersIsSaid() {
    FleetSettings settings =
        SettingsLoader.load(
            Map.of("profile", "config-poll", "devices", "10", "duration", "1m", "interval", "1s"),
            Path.of(""));

    assertThat(lines(settings, Limits.ofThisProcess()))
        .contains(
            "requests        660: Config 600 (conditional), State 60 (body checked)",
            "payload         0 Mbit/s expected in answers, and State of unknown size, and Config if"
                + " it has changed");
  }

  @Test
  void whatDevicesDoByThemselvesIsSaid() {
    FleetSettings settings =
        SettingsLoader.load(
            Map.ofEntries(
                Map.entry("devices", "60"),
                Map.entry("duration", "1m"),
                Map.entry("interval", "1s"),
                Map.entry("jitter", "100ms"),
                Map.entry("retry.first", "1s"),
                Map.entry("duty.on", "20s"),
                Map.entry("duty.off", "10s"),
                Map.entry("link.like", "lte-m"),
                Map.entry("link.down", "1.5 Mbit/s")),
            Path.of(""));

    assertThat(lines(settings, Limits.ofThisProcess()))
        .contains(
            "ticks           2,400, 40 a device in the mean",
            "jitter          each tick is up to 100 ms later",
            "retry           after a failure a device stays away for 1 s, after each further one 2"
                + " times as long, at most 1 min, and 20 % more or less",
            "duty            each device polls for 20 s and is then away for 10 s; rates are the"
                + " mean of this",
            "link            down 1.5 Mbit/s, up 375 kbit/s, 50 ms each way; an answer of B takes"
                + " at least 1.192 s, so its device misses the ticks of that time",
            "rate            44 requests/s");
  }

  @Test
  void aShardSaysWhatItsOwnShareIs() {
    FleetSettings settings =
        SettingsLoader.load(
            Map.of(
                "target", "http://127.0.0.1:8000",
                "shard.count", "4",
                "shard.index", "1",
                "start-at", "2026-11-30T09:30:00Z"),
            Path.of(""));

    assertThat(lines(settings, Limits.ofThisProcess()))
        .contains(
            "devices         125 of 500, shard 2 of 4; all other lines are about these",
            "requests        165,000: A 150,000, B 15,000",
            "start           first tick at 2026-11-30T09:30:00Z, ready by 2026-11-30T09:29:55Z",
            "rate            275 requests/s");
  }

  @Test
  void whoDoesNotVerifyCertificatesReadsSo() {
    FleetSettings settings =
        SettingsLoader.load(
            Map.of("target", "https://a.example", "tls.verify", "false"), Path.of(""));

    assertThat(lines(settings, Limits.ofThisProcess()))
        .contains(
            "target          https://a.example, certificates are not verified (tls.verify ="
                + " false)",
            "TLS             TLSv1.2 or TLSv1.3, by BoringSSL; no certificate of the devices; each"
                + " connection costs a full handshake");
  }

  @Test
  void aProxyIsNamedWithoutItsUser() {
    FleetSettings settings =
        SettingsLoader.load(
            Map.of("target", "http://a.example", "proxy", "http://me:secret@b_c:3128"),
            Path.of(""));

    assertThat(lines(settings, Limits.ofThisProcess()))
        .contains("target          http://a.example, through the proxy http://b_c:3128");
  }

  @Test
  void aQuotaOfTheProcessorIsSaid() {
    FleetSettings settings = SettingsLoader.load(Map.of(), Path.of(""));

    assertThat(
            lines(
                settings,
                new Limits(
                    OptionalLong.empty(),
                    OptionalLong.empty(),
                    1_038_090_240,
                    OptionalDouble.of(0.5))))
        .containsSubsequence(
            "payload         165 Mbit/s expected in answers",
            "CPU quota       0.5 cores for the generator",
            "memory          about 161 MB, of 1,038 MB of heap");
  }

  @Test
  void memoryOutsideOfTheHeapAndOfBodiesOfUnknownLengthIsSaid() {
    Limits limits = new Limits(OptionalLong.empty(), OptionalLong.empty(), 1_038_090_240);
    FleetSettings settings =
        SettingsLoader.load(
            Map.of("profile", "config-poll", "devices", "2000", "target", "https://a.example"),
            Path.of(""));

    assertThat(lines(settings, limits))
        .contains(
            "memory          about 208 MB and up to 2,097 MB for bodies to check, of 1,038 MB of"
                + " heap; outside of it 38 MB for TLS");
    assertThat(Plan.of(settings).obstacles(limits)).isEmpty();
  }

  @Test
  void whatTheWarmUpDoesNotSendIsNamed() {
    FleetSettings settings =
        SettingsLoader.load(Map.of("profile", "report-and-fetch", "warm-up", "2s"), Path.of(""));
    Limits limits =
        new Limits(
            OptionalLong.empty(), OptionalLong.empty(), 1_038_090_240, OptionalDouble.empty());

    assertThat(lines(settings, limits))
        .contains(
            "duration        10 min a device, after a warm-up of 2 s that does not send Report");
    assertThat(
            lines(
                SettingsLoader.load(
                    Map.of("profile", "report-and-fetch", "warm-up", "0s"), Path.of("")),
                limits))
        .contains("duration        10 min a device");
  }

  @Test
  void localAddressesAddUp() {
    FleetSettings settings =
        SettingsLoader.load(
            Map.of("devices", "40000", "local-addresses", "127.0.0.2,127.0.0.3"), Path.of(""));

    assertThat(
            lines(
                settings,
                new Limits(OptionalLong.of(65_536), OptionalLong.of(28_232), 1_038_090_240)))
        .contains(
            "sockets         40,000, of 65,536 open files and 56,464 local ports of 2 addresses");
  }

  @Test
  void theRunsOfAComparison() {
    ComparisonSettings settings =
        new ComparisonSettings(List.of("falcon", "django"), 3, Duration.ofSeconds(5), false);

    assertThat(PlanText.comparison(settings, List.of("falcon", "***"), Duration.ofSeconds(125)))
        .containsExactly(
            "servers         falcon, ***",
            "runs            6 of 2 min 5 s each, 5 s apart, in 3 rounds",
            "time            12 min 55 s and the runs' starts and reports");
  }

  @Test
  void noLineShowsTheSecretOfATarget() {
    FleetSettings settings =
        SettingsLoader.load(
            Map.of("devices", "1", "target", "http://192.0.2.1/token=s3cret/,embedded"),
            Path.of(""));

    assertThat(lines(settings, Limits.ofThisProcess()))
        .contains("target          http://192.0.2.1/token=***");
    assertThat(PlanText.comparison(settings))
        .contains("servers         http://192.0.2.1/token=***, embedded");
  }

  @Test
  void theServerOrWhatToDo() {
    assertThat(
            PlanText.server(new Finding("process 7, nginx, and those below it", null, true, false)))
        .isEqualTo("server          process 7, nginx, and those below it");
    assertThat(PlanText.server(new Finding(null, "Give -Dserver.pid.", true, false)))
        .isEqualTo("server          Give -Dserver.pid.");
  }

  private static List<String> lines(FleetSettings settings, Limits limits) {
    return PlanText.lines(Plan.of(settings), limits, settings);
  }
}
