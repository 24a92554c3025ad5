package fleetpoll.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fleetpoll.compare.ComparedRuns.Outcome;
import fleetpoll.config.Parameter;
import fleetpoll.figure.Figure;
import fleetpoll.run.Copies;
import fleetpoll.run.Judgement;
import fleetpoll.run.Versions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {

  @TempDir Path path;

  private static TargetFigure figure(Comparison comparison, String endpoint, Figure figure, int t) {
    return comparison.figures().stream()
        .filter(f -> f.figure() == figure && java.util.Objects.equals(f.endpoint(), endpoint))
        .findFirst()
        .orElseThrow()
        .targets()
        .get(t);
  }

  @Test
  void responseTimesOfTwoMeaningsAreNotCompared() {
    List<ComparedRun> older =
        ComparedRuns.of("falcon", Outcome.of(1), Outcome.of(1)).stream()
            .map(ComparedRuns::ofSchemaThree)
            .toList();
    List<ComparedRun> django = ComparedRuns.of("django", Outcome.of(2), Outcome.of(2));

    Comparison mixed = Comparison.of(ComparedRuns.all(List.of(older, django)));

    assertThat(figure(mixed, "A", Figure.RESPONSE_P99, 0).rounds())
        .extracting(Value::value)
        .containsOnlyNulls();
    assertThat(figure(mixed, "A", Figure.RESPONSE_P99, 1).rounds().get(0).value()).isNotNull();
    assertThat(figure(mixed, "A", Figure.SERVICE_P99, 0).rounds().get(0).value()).isNotNull();
    assertThat(ComparisonCautions.of(mixed))
        .contains(
            "An earlier Fleetpoll stored falcon, round 1; falcon, round 2: response times there"
                + " are those of successes, and are not compared with those of all planned"
                + " polls.");
    assertThat(figure(Comparison.of(older), "A", Figure.RESPONSE_P99, 0).rounds())
        .extracting(Value::value)
        .doesNotContainNull();
  }

  @Test
  void serverFiguresOfTwoSourcesAreNotCompared() {
    Parameter exporter = new Parameter("server.metrics", "http://h:9100/metrics", "-D");
    List<ComparedRun> channels =
        IntStream.rangeClosed(1, 3)
            .mapToObj(round -> ComparedRuns.run("channels", round, Outcome.of(3), exporter))
            .toList();

    Comparison mixed =
        Comparison.of(
            ComparedRuns.all(
                List.of(
                    ComparedRuns.of("falcon", Outcome.of(1), Outcome.of(1), Outcome.of(1)),
                    channels)));

    TargetFigure cpu = figure(mixed, null, Figure.CPU_PER_REQUEST, 1);
    assertThat(cpu.rounds()).extracting(Value::value).containsExactly(0.5, 0.5, 0.5);
    assertThat(cpu.contrast().claim()).isEqualTo(Claim.UNKNOWN);
    assertThat(cpu.contrast().byRound()).containsOnlyNulls();
    assertThat(cpu.rank()).isNull();
    assertThat(figure(mixed, "A", Figure.SERVICE_P99, 1).contrast().claim()).isEqualTo(Claim.WORSE);
    assertThat(ComparisonCautions.of(mixed))
        .containsExactly(
            "The runs were not made alike. source of the server's figures: processes (falcon,"
                + " round 1; falcon, round 2; falcon, round 3), a node exporter (channels, round 1;"
                + " channels, round 2; channels, round 3). Those of one are not compared with those of"
                + " the other.");
  }

  @Test
  void otherProcessorsAndFlagsAreSaid() {
    assertThat(
            ComparisonCautions.of(
                onMachines(versions("a Z80", "-Xmx1g", "-Xms1g"), versions("a 6502"))))
        .containsExactly(
            "The runs were not made alike. JVM flags: -Xms1g -Xmx1g (falcon, round 1), none or"
                + " not stored (django, round 1).",
            "The runs were not made alike. processor: a Z80 (falcon, round 1), a 6502 (django,"
                + " round 1).");
    assertThat(
            ComparisonCautions.of(
                onMachines(versions(null, "-a", "-b"), versions(null, "-b", "-a"))))
        .isEmpty();
  }

  private static Versions versions(String processor, String... flags) {
    return new Versions("1", "3", "a JVM", "an OS", processor, 2, List.of(flags), null);
  }

  private static Comparison onMachines(Versions falcon, Versions django) {
    return Comparison.of(
        ComparedRuns.all(
            List.of(List.of(with("falcon", falcon)), List.of(with("django", django)))));
  }

  private static ComparedRun with(String target, Versions versions) {
    ComparedRun run = ComparedRuns.of(target, Outcome.of(1)).get(0);
    return Copies.with(run, "run", Copies.with(run.run(), "versions", versions));
  }

  @Test
  void aThirdServerAtTheSameTimeIsNoticed() {
    List<ComparedRun> runs = new ArrayList<>();
    for (int round = 1; round <= 3; round++) {
      runs.add(ComparedRuns.run("b", round, 10 * round, Outcome.of(1)));
      runs.add(ComparedRuns.run("a", round, 10 * round + 1, Outcome.of(2)));
      runs.add(ComparedRuns.run("c", round, 10 * round + 1, Outcome.of(2)));
    }

    Comparison comparison = Comparison.of(runs);

    for (int server : List.of(1, 2)) {
      TargetFigure p99 = figure(comparison, "A", Figure.SERVICE_P99, server);
      assertThat(p99.contrast().claim()).isEqualTo(Claim.NOT_INTERLEAVED);
      assertThat(p99.contrast().why()).isEqualTo("some runs were made at the same time");
    }
    assertThat(ComparisonCautions.of(comparison))
        .containsExactly(
            "Some runs of b or a were made at the same time as others of this comparison, which may"
                + " have taken time from them: nothing is claimed. A series with compare.rounds"
                + " takes turns.",
            "Some runs of b or c were made at the same time as others of this comparison, which may"
                + " have taken time from them: nothing is claimed. A series with compare.rounds"
                + " takes turns.");
  }

  @Test
  void everyFigureOfEveryEndpointAndOfTheServerIsThere() {
    Comparison comparison = Comparison.of(ComparedRuns.of("falcon", Outcome.of(1)));

    assertThat(comparison.figures())
        .extracting(FigureComparison::text)
        .containsExactly(
            "A success",
            "A missed",
            "A throughput",
            "A service p50",
            "A service p95",
            "A service p99",
            "A response p50",
            "A response p95",
            "A response p99",
            "B success",
            "B missed",
            "B throughput",
            "B service p50",
            "B service p95",
            "B service p99",
            "B response p50",
            "B response p95",
            "B response p99",
            "CPU per request",
            "peak memory",
            "memory per 1,000 devices");
    assertThat(comparison.figures())
        .extracting(f -> f.targets().get(0).rounds().get(0).value())
        .containsExactly(
            100.0,
            0.0,
            100.0,
            0.5,
            0.8,
            1.0,
            1.0,
            1.6,
            2.0,
            100.0,
            0.0,
            100.0,
            1.0,
            1.6,
            2.0,
            1.5,
            2.4000000000000004,
            3.0,
            0.5,
            92e6,
            184e6);
  }

  @Test
  void serversAreComparedWithTheFirst() {
    Comparison comparison =
        Comparison.of(
            ComparedRuns.all(
                List.of(
                    ComparedRuns.of("falcon", Outcome.of(1), Outcome.of(2), Outcome.of(3)),
                    ComparedRuns.of("channels", Outcome.of(3), Outcome.of(6.1), Outcome.of(9)))));

    assertThat(comparison.reference()).contains("falcon");
    assertThat(figure(comparison, "A", Figure.SERVICE_P99, 0).contrast()).isNull();
    TargetFigure p99 = figure(comparison, "A", Figure.SERVICE_P99, 1);
    assertThat(p99.contrast().byRound()).containsExactly(3.0, 3.05, 3.0);
    assertThat(p99.contrast().estimate().mean()).isCloseTo(3.0166, within(1e-3));
    assertThat(p99.contrast().claim()).isEqualTo(Claim.WORSE);
    assertThat(p99.rank()).isEqualTo(2);
    assertThat(figure(comparison, "A", Figure.SUCCESS, 1).contrast().claim())
        .isEqualTo(Claim.EQUAL);
    assertThat(figure(comparison, "A", Figure.SUCCESS, 1).rank()).isEqualTo(1);
  }

  @Test
  void aServerWithInvalidRunsAloneIsNoReference() {
    Comparison comparison =
        Comparison.of(
            ComparedRuns.all(
                List.of(
                    ComparedRuns.of("falcon", Outcome.of(1).invalid()),
                    ComparedRuns.of("channels", Outcome.of(3)),
                    ComparedRuns.of("django", Outcome.of(6)))));

    assertThat(comparison.reference()).contains("channels");
    assertThat(figure(comparison, "A", Figure.SERVICE_P99, 0).contrast().byRound())
        .containsExactly((Double) null);
    assertThat(figure(comparison, "A", Figure.SERVICE_P99, 2).contrast().byRound())
        .containsExactly(2.0);
    assertThat(Comparison.of(ComparedRuns.of("falcon", Outcome.of(1).invalid())).reference())
        .isEmpty();
  }

  @Test
  void whatIsNotMeasuredIsNotGuessed() {
    Outcome silent = new Outcome(1, 0, 0, null, Judgement.VALID);
    Comparison comparison =
        Comparison.of(
            ComparedRuns.all(
                List.of(
                    ComparedRuns.of("falcon", silent, silent, silent),
                    ComparedRuns.of("channels", Outcome.of(1), Outcome.of(1), Outcome.of(1)))));

    TargetFigure cpu = figure(comparison, null, Figure.CPU_PER_REQUEST, 1);
    assertThat(cpu.contrast().claim()).isEqualTo(Claim.UNKNOWN);
    assertThat(cpu.rank()).isNull();
    assertThat(figure(comparison, null, Figure.CPU_PER_REQUEST, 0).rounds().get(0).value())
        .isNull();
  }

  @Test
  void onlyParametersThatMatterAreDifferences() {
    Comparison comparison =
        Comparison.of(
            List.of(
                ComparedRuns.run(
                    "falcon",
                    1,
                    Outcome.of(1),
                    new Parameter("interval", "500 ms", "conf/fleet.conf:12"),
                    new Parameter("server.pid", "17", "-Dserver.pid"),
                    new Parameter("compare.force", "true", "-Dcompare.force"),
                    new Parameter("tolerance.p99", "5%", "-Dtolerance.p99"),
                    new Parameter("validity.lateness", "5 ms", "-Dvalidity.lateness"),
                    new Parameter("preflight", "none", "-Dpreflight"),
                    new Parameter("tls.trust", "falcon.pem", "-Dtls.trust"),
                    new Parameter("baseline", "x", "-Dbaseline")),
                ComparedRuns.run(
                    "django", 1, Outcome.of(1), new Parameter("interval", "250", "-Dinterval")),
                ComparedRuns.run(
                    "aiohttp",
                    1,
                    Outcome.of(1),
                    new Parameter("interval", "500 ms", "conf/fleet.conf:13"),
                    new Parameter("seed", "2", "-Dseed"),
                    new Parameter("jitter", "0 s", "conf/fleet.conf:145"))));

    assertThat(comparison.differences())
        .extracting(Difference::text)
        .containsExactly(
            "interval: 500 ms (falcon, round 1; aiohttp, round 1), 250 (django, round 1)",
            "seed: nothing (falcon, round 1; django, round 1), 2 (aiohttp, round 1)");
  }

  @Test
  void parametersAreComparedByWhatTheyMean() {
    Comparison comparison =
        Comparison.of(
            List.of(
                ComparedRuns.run(
                    "falcon",
                    1,
                    Outcome.of(1),
                    new Parameter("duration", "60s", "-Dduration", "PT1M"),
                    new Parameter("interval", "500 ms", "-Dinterval", "PT0.5S"),
                    new Parameter("identities", "ids.csv", "-Didentities", "sha256:1"),
                    new Parameter("seed", "1", "-Dseed", "1")),
                ComparedRuns.run(
                    "django",
                    1,
                    Outcome.of(1),
                    new Parameter("duration", "1 m", "-Dduration", "PT1M"),
                    new Parameter("interval", "0.25 s", "-Dinterval", "PT0.25S"),
                    new Parameter("identities", "ids.csv", "-Didentities", "sha256:2"),
                    new Parameter("seed", "01", "-Dseed"))));

    assertThat(comparison.differences())
        .extracting(Difference::text)
        .containsExactly(
            "interval: 500 ms (falcon, round 1), 0.25 s (django, round 1)",
            "identities: sha256:1 (falcon, round 1), sha256:2 (django, round 1)",
            "seed: 1 (falcon, round 1), 01 (django, round 1)");
  }

  @Test
  void theTableHasARowPerFigureServerAndRound() throws IOException {
    Comparison comparison =
        Comparison.of(
            ComparedRuns.all(
                List.of(
                    ComparedRuns.of("falcon", Outcome.of(1), Outcome.of(1), Outcome.of(1)),
                    ComparedRuns.of("a,\"b\"", Outcome.of(3), null, Outcome.of(2).invalid()))));
    ComparisonFolder folder = new ComparisonFolder(path.resolve("new").resolve("compare"));

    folder.write(comparison);

    List<String> lines = Files.readAllLines(folder.table());
    assertThat(lines.get(0))
        .isEqualTo(
            "target,round,run,judgement,endpoint,figure,unit,value,ratio,ratio_mean,ratio_low,"
                + "ratio_high,difference,difference_mean,difference_low,difference_high,claim,why,"
                + "rank");
    assertThat(lines).hasSize(1 + 21 * 5);
    assertThat(lines)
        .filteredOn(line -> line.contains(",A,service_p99,"))
        .extracting(line -> line.replaceAll("\"devicepollsimulation-\\d+\"", "run"))
        .containsExactly(
            "falcon,1,run,valid,A,service_p99,ms,1.0,,,,,,,,,reference,,",
            "falcon,2,run,valid,A,service_p99,ms,1.0,,,,,,,,,reference,,",
            "falcon,3,run,valid,A,service_p99,ms,1.0,,,,,,,,,reference,,",
            "\"a,\"\"b\"\"\",1,run,valid,A,service_p99,ms,3.0,3.0,,,,,,,,lost_round,\"round 3 of a,\"\"b\"\" was INVALID, round 2 of a,\"\"b\"\" left no run\",",
            "\"a,\"\"b\"\"\",3,run,invalid,A,service_p99,ms,2.0,,,,,,,,,lost_round,\"round 3 of a,\"\"b\"\" was INVALID, round 2 of a,\"\"b\"\" left no run\",");
    assertThat(lines).anyMatch(line -> line.contains(",peak_memory,MB,92.0,"));
  }
}
