package fleetpoll.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fleetpoll.compare.ComparedRuns.Outcome;
import fleetpoll.run.Check;
import fleetpoll.run.Check.Status;
import fleetpoll.run.Copies;
import fleetpoll.run.EndpointTotals;
import fleetpoll.run.FleetExamples;
import fleetpoll.run.Judgement;
import fleetpoll.run.Resources;
import fleetpoll.run.Run;
import fleetpoll.settings.ServiceLevel;
import fleetpoll.settings.SettingsLoader;
import fleetpoll.settings.Tolerance;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class BaselineTest {

  private static final Tolerance TEN_PERCENT = tolerance(OptionalDouble.of(10));

  private static Tolerance tolerance(OptionalDouble percent) {
    OptionalDouble points = OptionalDouble.of(0.5);
    return new Tolerance(
        points, points, percent, percent, percent, Duration.ofMillis(1), percent, percent);
  }

  private static Run run(Outcome outcome) {
    return ComparedRuns.run("falcon", 1, outcome).run();
  }

  private static List<Check> checks(Baseline baseline, Run current) {
    return baseline.levels().stream().map(level -> Check.of(level, current)).toList();
  }

  private static Check check(Run baseline, Run current, String key) {
    return checks(new Baseline(baseline, TEN_PERCENT, List.of()), current).stream()
        .filter(check -> check.key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void responseTimesOfSuccessesAreNoLimitForThoseOfAllPlannedPolls() {
    Run older = ComparedRuns.ofSchemaThree(ComparedRuns.run("falcon", 1, Outcome.of(20))).run();

    assertThat(new Baseline(older, TEN_PERCENT, List.of()).levels())
        .extracting(ServiceLevel::key)
        .contains("baseline.a.p99")
        .noneMatch(key -> key.contains("response"));
  }

  /** Of A, more than 5 % of the polls planned were never answered. */
  @Test
  void whatIsOnlyALowerBoundIsNoLimit() {
    Run run = run(Outcome.of(20));
    EndpointTotals a = run.endpoints().get(0);
    EndpointTotals left = Copies.with(a, "unanswered", a.planned() / 15);
    Resources known = Copies.with(run.resources(), "targetKnownPercent", 50.0);
    Run part = Copies.with(run, "resources", known);
    Baseline baseline =
        new Baseline(
            Copies.with(part, "endpoints", List.of(left, run.endpoints().get(1))),
            TEN_PERCENT,
            List.of());

    assertThat(baseline.levels())
        .extracting(ServiceLevel::key)
        .contains("baseline.a.p99", "baseline.a.response.p50", "baseline.b.response.p99")
        .doesNotContain("baseline.a.response.p95", "baseline.a.response.p99", "baseline.memory");
    assertThat(baseline.cautions())
        .containsExactly(
            "The baseline's p95 response time of A is only a lower bound, so it is no limit.",
            "The baseline's p99 response time of A is only a lower bound, so it is no limit.",
            "The baseline's peak memory is only a lower bound, so it is no limit.");
  }

  @Test
  void everyFigureHasItsKey() {
    assertThat(
            checks(new Baseline(run(Outcome.of(20)), TEN_PERCENT, List.of()), run(Outcome.of(20))))
        .allMatch(check -> check.status() == Status.PASS)
        .extracting(Check::key)
        .containsExactly(
            "baseline.a.success",
            "baseline.a.missed",
            "baseline.a.p50",
            "baseline.a.p95",
            "baseline.a.p99",
            "baseline.a.response.p50",
            "baseline.a.response.p95",
            "baseline.a.response.p99",
            "baseline.b.success",
            "baseline.b.missed",
            "baseline.b.p50",
            "baseline.b.p95",
            "baseline.b.p99",
            "baseline.b.response.p50",
            "baseline.b.response.p95",
            "baseline.b.response.p99",
            "baseline.cpu",
            "baseline.memory");
  }

  @Test
  void aTimeMayBeLongerByItsTolerance() {
    Run baseline = run(Outcome.of(20));

    Check met = check(baseline, run(Outcome.of(21.9)), "baseline.a.p99");
    Check broken = check(baseline, run(Outcome.of(22.1)), "baseline.a.p99");

    assertThat(met.limit()).isCloseTo(22, within(1e-9));
    assertThat(met.status()).isEqualTo(Status.PASS);
    assertThat(broken.status()).isEqualTo(Status.FAIL);
    assertThat(broken.sentence())
        .isEqualTo("The p99 service time of A was 22.1 ms, and baseline.a.p99 allows 22 ms.");
  }

  /** In floating point, 99.9 - 0.1 is more than 99.8. */
  @Test
  void whatIsExactlyAtTheToleranceIsMet() {
    OptionalDouble points = OptionalDouble.of(0.1);
    OptionalDouble any = OptionalDouble.empty();
    Tolerance tolerance = new Tolerance(points, any, any, any, any, Duration.ofMillis(1), any, any);
    Baseline baseline = new Baseline(run(failed(6)), tolerance, List.of());

    assertThat(checks(baseline, run(failed(12))))
        .extracting(Check::status)
        .contains(Status.PASS)
        .doesNotContain(Status.FAIL);
    assertThat(checks(baseline, run(failed(13)))).extracting(Check::status).contains(Status.FAIL);
  }

  private static Outcome failed(long polls) {
    return new Outcome(20, polls, 0, 0.5, Judgement.VALID);
  }

  @Test
  void aShortTimeMayBeLongerByTheFloor() {
    Run baseline = run(Outcome.of(1.5));

    assertThat(check(baseline, run(Outcome.of(2.49)), "baseline.a.p99").status())
        .isEqualTo(Status.PASS);
    assertThat(check(baseline, run(Outcome.of(2.51)), "baseline.a.p99").status())
        .isEqualTo(Status.FAIL);
  }

  @Test
  void noFloorHidesATimeThatGrewFivefold() {
    Run baseline = run(p50(0.2));

    assertThat(check(baseline, run(p50(0.39)), "baseline.a.p50").status()).isEqualTo(Status.PASS);
    assertThat(check(baseline, run(p50(0.41)), "baseline.a.p50").status()).isEqualTo(Status.FAIL);
    assertThat(check(baseline, run(p50(1)), "baseline.a.p50").status()).isEqualTo(Status.FAIL);
  }

  @Test
  void byTheDefaultsShortTimesMayVaryByATenthOfAMillisecond() {
    Baseline baseline =
        new Baseline(
            run(p50(0.2)), SettingsLoader.load(Map.of(), Path.of("")).tolerance(), List.of());

    assertThat(checks(baseline, run(p50(0.28))))
        .filteredOn(check -> check.key().equals("baseline.a.p50"))
        .extracting(Check::status)
        .containsExactly(Status.PASS);
    assertThat(checks(baseline, run(p50(0.31))))
        .filteredOn(check -> check.key().equals("baseline.a.p50"))
        .extracting(Check::status)
        .containsExactly(Status.FAIL);
  }

  /** A run whose p50 of A's service time is this; the p99 is twice as long. */
  private static Outcome p50(double millis) {
    return Outcome.of(2 * millis);
  }

  @Test
  void theResponseTimesOfAnEarlierSchemaAreOtherFigures() throws IOException {
    JsonMapper json = JsonMapper.builder().findAndAddModules().build();
    ObjectNode tree = json.valueToTree(run(Outcome.of(20)));
    tree.put("schemaVersion", 3);
    Run earlier = json.treeToValue(tree, Run.class);

    assertThat(checks(new Baseline(earlier, TEN_PERCENT, List.of()), run(Outcome.of(20))))
        .extracting(Check::key)
        .contains("baseline.a.p50")
        .doesNotContain("baseline.a.response.p50");
  }

  @Test
  void successAndMissedAreTakenInPoints() {
    Run baseline = run(new Outcome(20, 6, 6, 0.5, Judgement.PASS));
    Run worse = run(new Outcome(20, 60, 60, 0.5, Judgement.VALID));

    Check success = check(baseline, worse, "baseline.a.success");
    Check missed = check(baseline, worse, "baseline.a.missed");

    assertThat(success.atLeast()).isTrue();
    assertThat(success.limit()).isCloseTo(99.4, within(1e-9));
    assertThat(success.measured()).isEqualTo(99.0);
    assertThat(success.status()).isEqualTo(Status.FAIL);
    assertThat(missed.limit()).isCloseTo(0.5 + 600.0 / 6006, within(1e-9));
    assertThat(missed.status()).isEqualTo(Status.FAIL);
    assertThat(check(worse, baseline, "baseline.a.success").status()).isEqualTo(Status.PASS);
  }

  @Test
  void theServersFiguresAreLimitedToo() {
    Run baseline = run(Outcome.of(20));

    assertThat(check(baseline, run(new Outcome(20, 0, 0, 0.56, Judgement.VALID)), "baseline.cpu"))
        .extracting(Check::status, Check::measuredText)
        .containsExactly(Status.FAIL, "0.56 ms");
    assertThat(check(baseline, baseline, "baseline.memory").limitText())
        .isEqualTo("at most 101.2 MB");
  }

  @Test
  void whatWasMeasuredThenAndIsNotNowFails() {
    Run unknown = run(new Outcome(20, 0, 0, null, Judgement.VALID));

    assertThat(check(run(Outcome.of(20)), unknown, "baseline.cpu"))
        .extracting(Check::status, Check::measuredText)
        .containsExactly(Status.FAIL, "not measured");
    assertThat(checks(new Baseline(unknown, TEN_PERCENT, List.of()), run(Outcome.of(20))))
        .extracting(Check::key)
        .doesNotContain("baseline.cpu", "baseline.memory");
  }

  @Test
  void withoutAToleranceThereIsNoCheck() {
    assertThat(
            checks(
                new Baseline(run(Outcome.of(20)), tolerance(OptionalDouble.empty()), List.of()),
                run(Outcome.of(20))))
        .extracting(Check::key)
        .isEqualTo(
            List.of(
                "baseline.a.success",
                "baseline.a.missed",
                "baseline.b.success",
                "baseline.b.missed"));
    assertThat(
            checks(
                new Baseline(run(Outcome.of(20)), FleetExamples.ANY_TOLERANCE, List.of()),
                run(Outcome.of(99))))
        .isEmpty();
  }
}
