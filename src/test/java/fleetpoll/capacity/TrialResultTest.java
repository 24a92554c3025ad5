package fleetpoll.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.capacity.Searches.Next;
import fleetpoll.capacity.TrialFigures.Times;
import fleetpoll.capacity.TrialResult.Counts;
import fleetpoll.capacity.TrialResult.SaysNothing;
import fleetpoll.capacity.search.Bounds;
import fleetpoll.capacity.search.Known;
import fleetpoll.capacity.search.Outcome;
import fleetpoll.capacity.search.Trial;
import fleetpoll.figure.Unit;
import fleetpoll.report.RunExamples;
import fleetpoll.run.Check;
import fleetpoll.run.Check.Status;
import fleetpoll.run.Connections;
import fleetpoll.run.Copies;
import fleetpoll.run.EndpointTotals;
import fleetpoll.run.Event;
import fleetpoll.run.Judgement;
import fleetpoll.run.Missing;
import fleetpoll.run.ResourceExamples;
import fleetpoll.run.Run;
import fleetpoll.run.RunFolder;
import fleetpoll.run.Verdict;
import fleetpoll.run.VerdictExamples;
import fleetpoll.run.Versions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialResultTest {

  private static final CapacityFolder SEARCH =
      new CapacityFolder(Path.of("target/gatling/capacity-1"));
  private static final RunFolder FOLDER = new RunFolder(Path.of("target/gatling/run-7"));

  private static final OptionalInt NONE = OptionalInt.empty();
  private static final Next NEXT = new Next("http://host/token=***", 100);

  private final Run run =
      ResourceExamples.run(List.of(), ResourceExamples.RESOURCES, Duration.ofSeconds(30));

  private static TrialResult result(Run run) {
    return TrialResult.of(7, NEXT, run, FOLDER, SEARCH);
  }

  private TrialResult result(Verdict verdict) {
    return result(run.withVerdict(verdict));
  }

  private static CapacityTrial trial(TrialResult result) {
    return ((Counts) result).trial();
  }

  private static Verdict invalid(String key) {
    Check broken = Check.atMost(key, "something", 1, 2.0, Unit.COUNT, Status.FAIL);
    return new Verdict(Judgement.INVALID, broken.sentence(), List.of(broken), List.of());
  }

  @Test
  void aRunThatPassesHolds() {
    CapacityTrial trial = trial(result(VerdictExamples.PASS));

    assertThat(trial.trial()).isEqualTo(new Trial(100, Outcome.HOLDS));
    assertThat(trial.broken()).isEmpty();
    assertThat(trial.number()).isEqualTo(7);
    assertThat(trial.target()).as("as the search names it").isEqualTo(NEXT.target());
    assertThat(trial.folder()).isEqualTo("../run-7");
    assertThat(SEARCH.run(trial).path()).isEqualTo(FOLDER.path().toAbsolutePath());
  }

  @Test
  void aRunThatFailsFailsByTheLevelsThatBroke() {
    CapacityTrial trial = trial(result(VerdictExamples.FAIL));

    assertThat(trial.outcome()).isEqualTo(Outcome.FAILS);
    assertThat(trial.broken())
        .extracting(Check::key)
        .containsExactly("slo.success", "slo.a.p99", "slo.server.memory");
    assertThat(trial.limits()).isEmpty();
  }

  @Test
  void aWeakGeneratorIsTheLimitAndNoFailureOfTheServer() {
    CapacityTrial trial = trial(result(VerdictExamples.INVALID));

    assertThat(trial.outcome()).isEqualTo(Outcome.GENERATOR);
    assertThat(trial.broken()).isEmpty();
    assertThat(trial.limits())
        .extracting(Check::key)
        .containsExactly("validity.lateness", "validity.cpu");
    assertThat(trial.reason()).isEqualTo(VerdictExamples.INVALID.reason());
  }

  @Test
  void aLevelThatTheGeneratorHidesIsItsLimitToo() {
    assertThat(trial(result(invalid("slo.a.p99"))).outcome()).isEqualTo(Outcome.GENERATOR);
  }

  @Test
  void aRunThatEndedEarlySaysNothing() {
    Verdict late = invalid("validity.stall");

    assertThat(result(invalid("duration"))).isInstanceOf(SaysNothing.class);
    assertThat(result(Copies.with(run, "interrupted", true).withVerdict(late)))
        .isEqualTo(new SaysNothing(late.reason()));
    assertThat(result(Copies.with(run, "state", Run.State.RUNNING).withVerdict(late)))
        .isInstanceOf(SaysNothing.class);
    assertThat(result(Verdict.PENDING)).isEqualTo(new SaysNothing("Not judged."));
  }

  @Test
  void aRunWhoseRecordIsLostSaysNothing() {
    assertThat(result(invalid("ledger"))).isInstanceOf(SaysNothing.class);
    assertThat(result(VerdictExamples.PASS.invalid("The run left no devices.csv.")))
        .isEqualTo(new SaysNothing("The run left no devices.csv."));
    assertThat(
            result(
                run.withVerdict(invalid("validity.stall"))
                    .withMissing(List.of(new Missing("devices.csv", "no space")))))
        .isInstanceOf(SaysNothing.class);
  }

  @Test
  void aRunOfWhichNoLevelCouldBeJudgedSaysNothing() {
    assertThat(result(ResourceExamples.VALID))
        .isEqualTo(new SaysNothing(ResourceExamples.VALID.reason()));
  }

  @Test
  void aRunOfWhichOneLevelCouldNotBeJudgedSaysNothing() {
    Check few =
        Check.atMost("slo.b.p99", "p99", 50, 80.0, Unit.MILLIS, Status.FAIL).doubted("Too few.");
    Verdict partly =
        new Verdict(
            Judgement.PASS,
            "1 of 2 service levels was met; slo.b.p99 could not be judged.",
            List.of(),
            List.of(VerdictExamples.PASS.levels().get(0), few));

    assertThat(result(partly)).isEqualTo(new SaysNothing(partly.reason()));
  }

  @Test
  void aGeneratorWithoutMemoryIsTheLimitAlthoughItsRunWasShort() {
    Run ended =
        Copies.with(
            Copies.with(run, "interrupted", true),
            "events",
            List.of(new Event(3, Event.OF_MEMORY, "The memory gave out.")));
    Verdict early = invalid("duration").invalid("The memory gave out, and the run was ended.");

    CapacityTrial trial = trial(result(ended.withVerdict(early)));

    assertThat(trial.outcome()).isEqualTo(Outcome.GENERATOR);
    assertThat(trial.limits()).as("that it was short names no limit").isEmpty();
    Bounds bounds = new Bounds(OptionalInt.of(50), NONE);
    assertThat(TrialText.line(trial, new Known(bounds, bounds), Duration.ZERO, false))
        .contains("the generator is the limit, The memory gave out, and the run was ended.");
    assertThat(GeneratorLimit.sentence(List.of(trial)).orElseThrow())
        .endsWith(
            "The memory gave out, and the run was ended. More generators (shards) raise it,"
                + " too.");
  }

  @Test
  void aRunWhoseAssertionFailedDoesNotHold() {
    TrialResult passed = result(VerdictExamples.PASS);

    assertThat(passed.unlessCode(2)).isInstanceOf(SaysNothing.class);
    assertThat(passed.unlessCode(0)).isSameAs(passed);
    assertThat(passed.unlessCode(143)).as("a signal after its record").isSameAs(passed);
    TrialResult failed = result(VerdictExamples.FAIL);
    assertThat(failed.unlessCode(2)).isSameAs(failed);
  }

  @Test
  void theCoresOfTheServerAreKnownOnlyOnOneMachine() {
    assertThat(trial(result(VerdictExamples.PASS)).figures())
        .extracting(TrialFigures::serverCores, TrialFigures::serverCoresPeak, TrialFigures::cores)
        .containsExactly(0.31, 0.42, 2.0);
    Run elsewhere =
        ResourceExamples.run(List.of(), ResourceExamples.UNKNOWN, Duration.ofSeconds(30));
    assertThat(trial(result(elsewhere.withVerdict(VerdictExamples.PASS))).figures())
        .extracting(TrialFigures::serverCores, TrialFigures::serverCoresPeak, TrialFigures::cores)
        .containsExactly(null, null, null);
  }

  @Test
  void connectionsOpenedInTheWindowAreThoseOfAllEndpoints(@TempDir Path path) {
    Run stored = RunExamples.threeDevices(RunExamples.folder(path, "run"));
    EndpointTotals totals = stored.endpoints().get(0);
    Connections seven = new Connections(7, 1.0, 2.0, 0, null, null);
    EndpointTotals known = Copies.with(totals, "connections", seven);
    EndpointTotals unknown = Copies.with(totals, "connections", null);
    assertThat(TrialFigures.of(Copies.with(stored, "endpoints", List.of(known, known))).opened())
        .isEqualTo(14);
    assertThat(TrialFigures.of(Copies.with(stored, "endpoints", List.of(known, unknown))).opened())
        .isNull();
  }

  @Test
  void aStarvedSizeHasPollsEnoughForItsResponseTime(@TempDir Path path) {
    Run stored = RunExamples.threeDevices(RunExamples.folder(path, "run"));
    EndpointTotals starved =
        Copies.with(
            Copies.with(Copies.with(stored.endpoints().get(0), "planned", 5_000L), "ok", 3L),
            "unanswered",
            4_990L);
    Run of = Copies.with(stored, "endpoints", List.of(starved));
    assertThat(TrialFigures.of(of).endpoints()).extracting(Times::few).containsExactly(false);
    assertThat(TrialFigures.of(Copies.with(of, "endpoints", List.of(few(starved)))).endpoints())
        .extracting(Times::few)
        .containsExactly(true);
  }

  private static EndpointTotals few(EndpointTotals totals) {
    return Copies.with(totals, "planned", 5L);
  }

  @Test
  void coresOfAQuotaAreNotThoseOfTheMachine() {
    assertThat(TrialFigures.of(onMachineOf(2)).cores()).isEqualTo(2.0);
    assertThat(TrialFigures.of(onMachineOf(64)).cores()).isNull();
    assertThat(TrialFigures.of(onMachineOf(null)).cores()).as("an earlier run").isEqualTo(2.0);
    Versions half = Copies.with(run.versions(), "cores", 0.5);
    Run earlier = Copies.with(onMachineOf(null), "versions", half);
    assertThat(TrialFigures.of(earlier).cores()).as("no machine has half a core").isNull();
  }

  private Run onMachineOf(Integer processors) {
    Run shared = Copies.with(run, "resources", Copies.with(run.resources(), "oneMachine", true));
    return Copies.with(shared, "versions", Copies.with(run.versions(), "processors", processors));
  }
}
