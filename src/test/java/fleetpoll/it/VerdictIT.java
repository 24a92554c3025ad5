package fleetpoll.it;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.run.Check;
import fleetpoll.run.Check.Status;
import fleetpoll.run.EndpointTotals;
import fleetpoll.run.Judgement;
import fleetpoll.run.RunFolder;
import fleetpoll.run.Verdict;
import fleetpoll.server.Behavior;
import fleetpoll.server.TargetServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a real run is worth decides how its process exits, after everything is written. */
class VerdictIT {

  private static final List<String> SMALL =
      List.of("devices=10", "duration=3s", "interval=250", "warm-up=1s");

  @TempDir Path folder;

  @Test
  @Tag("alone")
  void levelsThatAreMetArePassedAsFarAsTheyCanBeJudged() throws Exception {
    try (TargetServer target = TargetServer.start(0, 1, Behavior.PLAIN);
        GatlingProcess gatling =
            start(target, SMALL, "slo.success=100%", "slo.a.p99=30s", "slo.a.response.mean=30s")) {
      assertThat(gatling.exitCode()).as(gatling.toString()).isZero();

      Verdict verdict = verdict(gatling, Judgement.PASS);
      assertThat(verdict.levels())
          .extracting(Check::key)
          .containsExactly("slo.success", "slo.a.p99", "slo.a.response.mean");
      assertThat(verdict.levels()).allMatch(level -> level.measured() != null);
      assertThat(verdict.levels())
          .extracting(Check::status)
          .containsExactly(Status.PASS, Status.WARN, Status.PASS);
      assertThat(gatling.output())
          .containsPattern(
              "1[012]\\d polls are too few for a p99, which needs 1,000:"
                  + " slo.a.p99 was not judged.");
      assertThat(Files.readString(gatling.runFolder().path().resolve(RunFolder.JUNIT)))
          .contains("skipped=\"1\"");
    }
  }

  /**
   * 300,000 polls a second are more than any generator sends. What the generator misses, it misses
   * while the device has no request under way: the target has no part in that.
   */
  @Test
  @Tag("alone")
  void anOverloadedGeneratorIsInvalidWhateverItsLevels() throws Exception {
    Path onlyA =
        Files.writeString(
            folder.resolve("only-a.conf"),
            """
            mix = none
            endpoints = [{ name = A, path = /hello, query { page = "1" }, bytes = 100 }]
            """);
    List<String> overload =
        List.of("profile=" + onlyA, "devices=300", "duration=3s", "interval=1ms", "warm-up=1s");
    try (TargetServer target = TargetServer.start(0, 1, Behavior.PLAIN);
        GatlingProcess gatling =
            start(target, overload, "validity.missed=0.1%", "slo.success=100%")) {
      assertThat(gatling.exitCode()).as(gatling.toString()).isEqualTo(2);

      Verdict verdict = verdict(gatling, Judgement.INVALID);
      assertThat(verdict.levels()).extracting(Check::status).containsExactly(Status.PASS);
      assertThat(verdict.reason()).contains("a late generator missed was ");
      assertThat(gatling.runFolder().run().endpoints().get(0).missedBy().get("generator"))
          .isGreaterThan(9_000);
    }
  }

  /** The generator idles, and whatever the target does is to be believed. */
  @Test
  @Tag("alone")
  void aSlowServerIsNotTheGeneratorsFault() throws Exception {
    try (TargetServer target =
        TargetServer.start(0, 1, Behavior.parse(List.of("*=latency:400ms")))) {
      List<String> sixtyTicksADevice =
          List.of("devices=20", "duration=6s", "interval=100", "warm-up=1s");
      try (GatlingProcess gatling =
          start(
              target,
              sixtyTicksADevice,
              "validity.lateness=90ms",
              "validity.missed=30%",
              "validity.ticks=1000")) {
        assertThat(gatling.exitCode()).as(gatling.toString()).isZero();

        assertThat(verdict(gatling, Judgement.VALID).validity())
            .filteredOn(rule -> rule.status() == Status.FAIL)
            .isEmpty();
        EndpointTotals a = gatling.runFolder().run().endpoints().get(0);
        assertThat(a.missedBy().get("busy")).isGreaterThan(a.planned() / 2);
      }
    }
  }

  @Test
  void aSlowServerFailsItsLevelsAndTheExitIsThatOfFailedAssertions() throws Exception {
    try (TargetServer target =
            TargetServer.start(0, 1, Behavior.parse(List.of("*=latency:400ms")));
        GatlingProcess gatling =
            start(target, SMALL, "slo.a.p50=100ms", "slo.missed=1%", "slo.success=100%")) {
      assertThat(gatling.exitCode()).as(gatling.toString()).isEqualTo(2);

      Verdict verdict = verdict(gatling, Judgement.FAIL);
      assertThat(verdict.reason())
          .startsWith("The share of planned polls that were missed was ")
          .contains(" %, and slo.missed allows 1 %; ");
      assertThat(verdict.levels())
          .extracting(Check::key, Check::status)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple("slo.success", Status.PASS),
              org.assertj.core.groups.Tuple.tuple("slo.missed", Status.FAIL),
              org.assertj.core.groups.Tuple.tuple("slo.a.p50", Status.FAIL));
    }
  }

  private GatlingProcess start(TargetServer target, List<String> fleet, String... limits)
      throws IOException {
    return GatlingProcess.start(
        folder,
        Stream.of(fleet.stream(), Stream.of(limits), Stream.of("target=" + target.uri()))
            .flatMap(properties -> properties)
            .toArray(String[]::new));
  }

  /** The stored verdict; the reason is the last line, and every file is there. */
  private static Verdict verdict(GatlingProcess gatling, Judgement judgement) throws IOException {
    RunFolder folder = gatling.runFolder();
    Verdict verdict = folder.run().verdict();
    assertThat(verdict.judgement()).as(verdict.toString()).isEqualTo(judgement);
    assertThat(gatling.output().lines().toList())
        .endsWith("Verdict: " + judgement, verdict.reason());
    assertThat(folder.run().missing()).isEmpty();
    assertThat(folder.gatlingReport()).exists();
    assertThat(folder.devicesPage()).exists();
    assertThat(Files.readString(folder.path().resolve(RunFolder.JUNIT)))
        .contains("<testcase classname=\"fleetpoll.validity ")
        .endsWith("</testsuite>");
    return verdict;
  }
}
