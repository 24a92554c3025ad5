package fleetpoll.settings;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.config.Parameter;
import fleetpoll.figure.Figure;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LevelsTest {

  private static final String NO_P99_9 =
      "write p999; p99.9 and p99 would replace each other in a file";

  @TempDir Path directory;

  @Test
  void byDefaultPollsMustSucceedAndNotBeMissed() {
    assertThat(new Workspace(directory).load().verdict().levels())
        .containsExactly(
            new ServiceLevel("slo.success", Optional.empty(), Figure.SUCCESS, 99.9),
            new ServiceLevel("slo.missed", Optional.empty(), Figure.MISSED, 0.1));
  }

  @Test
  void noneSwitchesAnyLevelOff() {
    FleetSettings settings =
        new Workspace(directory)
            .loadProfile(
                "slo { missed = none, a { p99 = 50ms, success = 99% }, device.success = 99% }",
                "slo.success=none",
                "slo.a.p99=none",
                "slo.a.success=none",
                "slo.device.success=none",
                "slo.server.cpu=none");

    assertThat(settings.verdict().levels()).isEmpty();
    assertThat(settings.inForce())
        .contains(new Parameter("slo.a.p99", "none", "-Dslo.a.p99", "none"));
  }

  @Test
  void noServerKeepsASilenceShorterThanAnInterval() {
    Workspace workspace = new Workspace(directory);

    assertThat(workspace.problems("interval=60000", "duration=5", "slo.silence=59999ms"))
        .containsExactly(
            "slo.silence = 59999ms (-Dslo.silence): must be at least the time between two polls of"
                + " a device, 60000 (-Dinterval)");
    assertThat(
            workspace
                .load("interval=60000", "duration=5", "slo.silence=60000ms")
                .verdict()
                .levels())
        .hasSize(3);
    assertThat(workspace.load("interval=60000", "duration=5", "slo.silence=none").verdict())
        .isNotNull();
  }

  @Test
  void theDevicesHaveLevelsOfTheirOwn() {
    assertThat(
            new Workspace(directory)
                .loadProfile(
                    "slo { success = none, missed = none, device.missed = 1% }",
                    "slo.device.success=99%", "slo.silence=10s")
                .verdict()
                .levels())
        .containsExactly(
            new ServiceLevel("slo.device.success", Optional.empty(), Figure.SUCCESS, 99, true),
            new ServiceLevel("slo.device.missed", Optional.empty(), Figure.MISSED, 1, true),
            new ServiceLevel("slo.silence", Optional.empty(), Figure.SILENCE, 10_000, true));
  }

  @ParameterizedTest
  @CsvSource({
    "slo.success, 99.9%, , SUCCESS, 99.9",
    "slo.success, 100 %, , SUCCESS, 100",
    "slo.missed, 0%, , MISSED, 0",
    "slo.missed, .25%, , MISSED, 0.25",
    "slo.server.cpu, 1.5, , SERVER_CPU, 1.5",
    "slo.server.memory, 300MiB, , PEAK_MEMORY, 314572800",
    "slo.server.memory, 300 MB, , PEAK_MEMORY, 300000000",
    "slo.server.memory, 0.5GB, , PEAK_MEMORY, 500000000",
    "slo.a.success, 99.5%, A, SUCCESS, 99.5",
    "slo.b.missed, 2%, B, MISSED, 2",
    "slo.a.p50, 50ms, A, SERVICE_P50, 50",
    "slo.a.p90, 1 s, A, SERVICE_P90, 1000",
    "slo.a.p95, 250us, A, SERVICE_P95, 0.25",
    "slo.b.p99, 50ms, B, SERVICE_P99, 50",
    "slo.b.p999, 50ms, B, SERVICE_P999, 50",
    "slo.b.max, 1h, B, SERVICE_MAX, 3600000",
    "slo.b.mean, 1.5 ms, B, SERVICE_MEAN, 1.5",
    "slo.a.response.p50, 50ms, A, RESPONSE_P50, 50",
    "slo.a.response.p999, 50ms, A, RESPONSE_P999, 50",
    "slo.a.response.mean, 50ms, A, RESPONSE_MEAN, 50"
  })
  void eachMayStandInAFileOrOnTheCommandLine(
      String key, String text, String endpoint, Figure figure, double limit) {
    ServiceLevel level = new ServiceLevel(key, Optional.ofNullable(endpoint), figure, limit);
    Workspace workspace = new Workspace(directory);

    FleetSettings byCommandLine =
        workspace.loadProfile("slo { success = none, missed = none }", key + "=" + text);
    FleetSettings byFile =
        workspace.loadProfile(
            key + " = " + text,
            Stream.of("slo.success", "slo.missed")
                .filter(other -> !other.equals(key))
                .map(other -> other + "=none")
                .toArray(String[]::new));

    assertThat(byCommandLine.verdict().levels()).containsExactly(level);
    assertThat(byFile.verdict().levels()).containsExactly(level);
    assertThat(byCommandLine.inForce())
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("normal")
        .contains(new Parameter(key, text, "-D" + key));
    assertThat(byFile.inForce())
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("normal")
        .contains(new Parameter(key, text, "p.conf:1"));
  }

  @Test
  void theyAreInForceOnlyWhereTheyAreSetAndTheCommandLineIsOverTheFile() {
    FleetSettings settings =
        new Workspace(directory)
            .loadProfile(
                "slo { a { p99 = 50ms, response.p99 = 80ms }, success = 99% }", "slo.a.p99=20ms");

    assertThat(settings.verdict().levels())
        .extracting(ServiceLevel::key)
        .containsExactly("slo.success", "slo.missed", "slo.a.p99", "slo.a.response.p99");
    assertThat(settings.inForce())
        .filteredOn(parameter -> parameter.key().startsWith("slo"))
        .filteredOn(parameter -> !parameter.origin().startsWith("conf/fleet.conf"))
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("normal")
        .containsExactly(
            new Parameter("slo.success", "99%", "p.conf:1"),
            new Parameter("slo.a.p99", "20ms", "-Dslo.a.p99"),
            new Parameter("slo.a.response.p99", "80ms", "p.conf:1"));
  }

  @Test
  void theEndpointsOfAProfileHaveTheirNamesInLowerCase() {
    FleetSettings settings =
        new Workspace(directory)
            .loadProfile(
                """
                mix = none
                endpoints = [{ name = Get-State_2, path = / }, { name = response, path = /r }]
                slo { success = none, missed = none }
                slo.get-state_2.p99 = 5 ms
                slo.response.p99 = 6 ms
                slo.response.response.p99 = 7 ms
                """);

    assertThat(settings.verdict().levels())
        .extracting(level -> level.endpoint().orElseThrow(), ServiceLevel::limit)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("Get-State_2", 5.0),
            org.assertj.core.groups.Tuple.tuple("response", 6.0),
            org.assertj.core.groups.Tuple.tuple("response", 7.0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          slo.success=99.9      | must be a percentage from 0% to 100%, such as 99.9%, or none
          slo.success=100.1%    | must be a percentage from 0% to 100%, such as 99.9%, or none
          slo.success=-1%       | must be a percentage from 0% to 100%, such as 99.9%, or none
          slo.success=NaN%      | must be a percentage from 0% to 100%, such as 99.9%, or none
          slo.missed=1e-1%      | must be a percentage from 0% to 100%, such as 99.9%, or none
          slo.a.p99=50          | needs a unit, such as 250ms, 90s or 2 m; must be 1 us to 1 h, or none
          slo.a.p99=0ms         | must be 1 us to 1 h, or none
          slo.a.p99=2h          | must be 1 us to 1 h, or none
          slo.a.mean=fast       | must be a duration, such as 250ms, 90s or 2 m: 1 us to 1 h, or none
          slo.server.cpu=0      | must be a number of cores such as 1.5, more than 0 and at most 10,000, or none
          slo.server.cpu=50%    | must be a number of cores such as 1.5, more than 0 and at most 10,000, or none
          slo.server.memory=300 | must be memory with its unit, such as 300MiB or 300MB: more than 0 and at most 1 PiB, or none
          slo.server.memory=0MB | must be memory with its unit, such as 300MiB or 300MB: more than 0 and at most 1 PiB, or none
          slo.server.memory=NaNMB | must be memory with its unit, such as 300MiB or 300MB: more than 0 and at most 1 PiB, or none
          slo.server.memory=2000TB | must be memory with its unit, such as 300MiB or 300MB: more than 0 and at most 1 PiB, or none
          slo.server.memory=big | must be memory with its unit, such as 300MiB or 300MB: more than 0 and at most 1 PiB, or none
          validity.lateness=10% | must be a duration, such as 250ms, 90s or 2 m: 0 ms to 1 h
          validity.lateness=50  | needs a unit, such as 250ms, 90s or 2 m; must be 0 ms to 1 h
          validity.missed=101%  | must be a percentage from 0% to 100%, such as 99.9%
          validity.exhausted=-1 | must be a whole number from 0 to 1,000,000,000
          validity.cpu=0.8      | must be a percentage from 0% to 100%, such as 99.9%
          validity.gc-pause=2 h | must be 0 ms to 1 h
          validity.stall=20     | needs a unit, such as 250ms, 90s or 2 m; must be 0 ms to 1 h
          validity.ticks=1.5    | must be a whole number from 0 to 1,000,000,000
          """)
  void badLimits(String property, String allowed) {
    String name = property.substring(0, property.indexOf('='));
    String value = property.substring(name.length() + 1);

    assertThat(new Workspace(directory).problems(property))
        .containsExactly(name + " = " + value + " (-D" + name + "): " + allowed);
  }

  @ParameterizedTest
  @CsvSource({
    "slo.c.p99, slo.a.p99",
    "slo.A.p99, slo.a.p99",
    "slo.a.p98, slo.a.p90",
    "slo.b.p9999, slo.b.p999",
    "slo.b.respose.p99, slo.b.response.p99",
    "slo.sucess, slo.success",
    "slo.server.cpus, slo.server.cpu",
    "slo.p99, slo.a.p99",
    "sla.a.p99, slo.a.p99",
    "validity.gc, validity.cpu",
    "validity.gcPause, validity.gc-pause"
  })
  void unknownEndpointsAndFiguresOnTheCommandLine(String name, String meant) {
    assertThat(new Workspace(directory).problems(name + "=1"))
        .containsExactly(name + " (-D" + name + "): unknown; did you mean " + meant + "?");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          slo.c.p99 = 1 ms       | slo.c (p.conf:1): unknown; did you mean slo.a?
          slo.a.p98 = 1 ms       | slo.a.p98 (p.conf:1): unknown; did you mean slo.a.p90?
          slo.a = 5              | slo.a = 5 (p.conf:1): must be an object such as slo.a { name = value }
          slo = 5                | slo = 5 (p.conf:1): must be an object such as slo { name = value }
          slo.a.max { x = 1 }    | slo.a.max = {"x":1} (p.conf:1): must be a single value, not an object
          slo.server.memory = 300 | slo.server.memory = 300 (p.conf:1): must be memory with its unit, such as 300MiB or 300MB: more than 0 and at most 1 PiB, or none
          """)
  void unknownEndpointsAndFiguresInAFile(String profile, String problem) {
    assertThat(new Workspace(directory).problemsOfProfile(profile)).containsExactly(problem);
  }

  @Test
  void p99Point9OnTheCommandLineIsRefused() {
    assertThat(
            new Workspace(directory)
                .problems("slo.a.p99=5ms", "slo.a.p99.9=50ms", "slo.b.response.p99.9=50ms"))
        .containsExactly(
            "slo.a.p99.9 (-Dslo.a.p99.9): " + NO_P99_9,
            "slo.b.response.p99.9 (-Dslo.b.response.p99.9): " + NO_P99_9);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "slo.a.p99.9 = 50 ms",
        "slo.a { p99.9 = 50 ms }",
        "slo { a { p99 { 9 = 50 ms } } }",
        "slo.a.p99 = 5 ms, slo.a.p99.9 = 50 ms"
      })
  void p99Point9InAFileIsRefused(String profile) {
    assertThat(new Workspace(directory).problemsOfProfile(profile))
        .containsExactly("slo.a.p99.9 (p.conf:1): " + NO_P99_9);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "slo.a.p99.9 = 50 ms\nslo.a.p99 = 5 ms",
        "slo { a { p99.9 = 50 ms } }\nslo.a.p99 = 5 ms"
      })
  void p99Point9IsRefusedEvenWhereItHasVanishedBehindAP99(String profile) {
    assertThat(new Workspace(directory).problemsOfProfile(profile))
        .containsExactly("slo.a.p99.9 (p.conf): " + NO_P99_9);
  }

  @Test
  void whereTheEndpointsAreWrongTheirLevelsAreNotBlamed() {
    assertThat(
            new Workspace(directory)
                .problemsOfProfile(
                    "mix = none\nendpoints = [{ path = /r }]\nslo.report.p99 = 5 ms",
                    "slo.report.max=5ms"))
        .containsExactly("endpoints[0].name (p.conf:2): missing");
    assertThat(
            new Workspace(directory)
                .problemsOfProfile(
                    "mix = none\nendpoints = [{ name = Report, path = r }]\nslo.report.p99 = 5 ms"))
        .containsExactly("endpoints[0].path = r (p.conf:2): must begin with /");
  }

  @Test
  void theRulesOfValidityAreRead() {
    ValidityLimits limits =
        new Workspace(directory)
            .load(
                "validity.lateness=1 s",
                "validity.missed=0.07%",
                "validity.exhausted=3",
                "validity.cpu=75.5%",
                "validity.gc-pause=0 ms",
                "validity.stall=1500 ms",
                "validity.ticks=0")
            .verdict()
            .validity();

    assertThat(limits)
        .isEqualTo(
            new ValidityLimits(
                java.time.Duration.ofSeconds(1),
                0.07,
                3,
                75.5,
                java.time.Duration.ZERO,
                java.time.Duration.ofMillis(1_500),
                0));
  }
}
