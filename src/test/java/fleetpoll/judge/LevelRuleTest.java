package fleetpoll.judge;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.figure.Figure;
import fleetpoll.figure.Unit;
import fleetpoll.run.Check;
import fleetpoll.run.Check.Status;
import fleetpoll.run.EndpointTotals;
import fleetpoll.run.Latency;
import fleetpoll.run.ResourceExamples;
import fleetpoll.run.Run;
import fleetpoll.settings.ServiceLevel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LevelRuleTest {

  private static final Latency NONE = same(null);

  private Latency lateness = NONE;
  private long ok = 10_000;
  private Long unanswered = 0L;
  private long planned;
  private Latency fleetLateness = NONE;

  @ParameterizedTest
  @CsvSource({
    "61.0, 43.0, WARN",
    "92.999, 43.0, WARN",
    "93.0, 43.0, FAIL",
    "93.001, 43.0, FAIL",
    "50.3, 0.301, WARN",
    "50.3, 0.3, FAIL",
    "50.0, 43.0, PASS"
  })
  void aLevelFailsOnlyIfItFailsByAsMuchAsTheGeneratorWasLate(
      double p99, double late, Status status) {
    lateness = same(late);

    LevelRule rule = rule(Figure.SERVICE_P99, p99);

    assertThat(rule.check().status()).isEqualTo(status);
    assertThat(rule.generator(Status.FAIL).isPresent()).isEqualTo(status == Status.WARN);
  }

  @ParameterizedTest
  @CsvSource({
    "SERVICE_P50, 3.0, at p50",
    "SERVICE_P90, 4.0, at p90",
    "SERVICE_P95, 5.0, at p95",
    "RESPONSE_P99, 6.0, at p99",
    "RESPONSE_P999, 7.0, at p99.9",
    "RESPONSE_MAX, 8.0, at most",
    "RESPONSE_MEAN, 2.0, in the mean"
  })
  void theLatenessIsThatOfTheSameStatistic(Figure figure, double late, String at) {
    lateness = new Latency(1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0);

    assertThat(rule(figure, 50 + late).check().status()).isEqualTo(Status.FAIL);
    assertThat(rule(figure, 49.999 + late).check().sentence())
        .isEqualTo(
            "The generator was late by %s %s: the level of 50 ms cannot be judged (slo.a.%s)."
                .formatted(Unit.MILLIS.exactly(late), at, figure.key()));
  }

  @ParameterizedTest
  @CsvSource({
    "SERVICE_P50, 20",
    "SERVICE_P90, 100",
    "SERVICE_P95, 200",
    "SERVICE_P99, 1000",
    "SERVICE_P999, 10000"
  })
  void aPercentileNeedsTenSlowerPolls(Figure figure, long enough) {
    ok = enough;
    assertThat(rule(figure, 51).check().status()).isEqualTo(Status.FAIL);
    ok = enough - 1;
    assertThat(rule(figure, 51).check().status()).isEqualTo(Status.WARN);
    assertThat(rule(figure, 49).check().status()).isEqualTo(Status.WARN);
  }

  @Test
  void theLongestAndTheMeanAreOfAnyNumberOfPolls() {
    ok = 1;

    assertThat(rule(Figure.SERVICE_MAX, 51).check().status()).isEqualTo(Status.FAIL);
    assertThat(rule(Figure.RESPONSE_MEAN, 49).check().status()).isEqualTo(Status.PASS);
  }

  @Test
  void ofTooFewPollsTheGeneratorIsNotToBlame() {
    ok = 999;
    lateness = same(43.0);

    assertThat(rule(Figure.SERVICE_P99, 61).generator(Status.FAIL)).isEmpty();
    assertThat(rule(Figure.SERVICE_P99, 61).check().sentence()).startsWith("999 polls are too few");
  }

  @Test
  void aFailureWithoutATimeIsTheServers() {
    ok = 0;
    lateness = same(43.0);

    Check check = rule(Figure.SERVICE_P99, null).check();

    assertThat(check.status()).isEqualTo(Status.FAIL);
    assertThat(check.measured()).isNull();
  }

  @Test
  void theRuleForTheGeneratorHasItsFigures() {
    lateness = same(43.0);

    assertThat(rule(Figure.SERVICE_P99, 61).generator(Status.WARN))
        .contains(
            new Check(
                "slo.a.p99",
                "generator's lateness at p99, by which slo.a.p99 may have failed",
                false,
                11,
                43.0,
                Unit.MILLIS,
                Status.WARN,
                "The generator was late by 43 ms at p99: the level of 50 ms cannot be judged"
                    + " (slo.a.p99)."));
  }

  @Test
  void responseTimesAreOfAllPlannedPollsUnlessTheRunIsOlder() {
    planned = 1_000;
    ok = 10;
    assertThat(rule(Figure.RESPONSE_P99, 51).check().status()).isEqualTo(Status.FAIL);
    unanswered = null;
    assertThat(rule(Figure.RESPONSE_P99, 51).check().status()).isEqualTo(Status.WARN);
  }

  /** Of 10,000 polls planned. */
  @ParameterizedTest
  @CsvSource({
    "RESPONSE_P99, 49, 100, PASS",
    "RESPONSE_P99, 49, 101, WARN",
    "RESPONSE_P99, 51, 101, FAIL",
    "RESPONSE_MAX, 49, 0, PASS",
    "RESPONSE_MAX, 49, 1, WARN",
    "RESPONSE_MEAN, 49, 1, WARN",
    "SERVICE_MAX, 49, 1, PASS"
  })
  void aResponseTimeOfPollsThatWereNeverAnsweredIsNotMet(
      Figure figure, double ms, long polls, Status status) {
    planned = 10_000;
    ok = 10_000 - polls;
    unanswered = polls;

    assertThat(rule(figure, ms).check().status()).isEqualTo(status);
    assertThat(rule(figure, ms).generator(Status.FAIL)).isEmpty();
  }

  @Test
  void whatWasNeverAnsweredIsSaid() {
    planned = 10_000;
    ok = 9_899;
    unanswered = 101L;

    assertThat(rule(Figure.RESPONSE_P99, 49).check().sentence())
        .isEqualTo(
            "101 of 10,000 planned polls got no answer and count with what they had waited by then."
                + " So 49 ms is only a lower bound: slo.a.response.p99 was not judged.");
  }

  @Test
  void aServerThatAnswersTooFewOfManyPollsFails() {
    planned = 60_000;
    ok = 500;
    lateness = same(43.0);

    LevelRule rule = rule(Figure.SERVICE_P99, 49);

    assertThat(rule.check().status()).isEqualTo(Status.FAIL);
    assertThat(rule.check().sentence())
        .isEqualTo("Only 500 of 60,000 planned polls succeeded, too few to meet slo.a.p99.");
    assertThat(rule.generator(Status.FAIL)).isEmpty();
    planned = 1_000;
    ok = 989;
    assertThat(rule(Figure.SERVICE_P99, 49).check().status()).isEqualTo(Status.FAIL);
    ok = 990;
    assertThat(rule(Figure.SERVICE_P99, 49).check().status()).isEqualTo(Status.WARN);
    planned = 999;
    ok = 500;
    assertThat(rule(Figure.SERVICE_P99, 49).check().status()).isEqualTo(Status.WARN);
  }

  @Test
  void aSilenceIsJudgedByTheLongestLatenessOfTheFleet() {
    fleetLateness = new Latency(1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0);

    assertThat(silence(4_992.001).check().status()).isEqualTo(Status.WARN);
    assertThat(silence(4_992.001).check().sentence())
        .isEqualTo(
            "The generator was late by 8 ms at most: the level of 4,992.001 ms cannot be judged"
                + " (slo.silence).");
    assertThat(silence(4_992).check().status()).isEqualTo(Status.FAIL);
  }

  /** The rule of a level of silence; the longest of a device was 5 s. */
  private LevelRule silence(double limit) {
    return rule(
        new ServiceLevel("slo.silence", Optional.empty(), Figure.SILENCE, limit, true), 1.0);
  }

  /** The rule of a level of 50 ms. */
  private LevelRule rule(Figure figure, Double millis) {
    ServiceLevel level = new ServiceLevel("slo.a." + figure.key(), Optional.of("A"), figure, 50);
    return rule(level, millis);
  }

  private LevelRule rule(ServiceLevel level, Double millis) {
    EndpointTotals a =
        new EndpointTotals(
            "A",
            Math.max(planned, ok),
            ok,
            0,
            ok,
            0,
            unanswered,
            null,
            5_000.0,
            0.0,
            0,
            null,
            Map.of(),
            Map.of(),
            same(millis),
            same(millis),
            lateness,
            null,
            null,
            true);
    Run run = ResourceExamples.run(List.of(a), ResourceExamples.RESOURCES, Duration.ZERO);
    return LevelRule.of(level, new Evidence(run, ok, ok, fleetLateness, List.of()));
  }

  private LevelRule rule(Figure figure, double millis) {
    return rule(figure, Double.valueOf(millis));
  }

  private static Latency same(Double ms) {
    return new Latency(ms, ms, ms, ms, ms, ms, ms, ms);
  }
}
