package fleetpoll.judge;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.figure.Figure;
import fleetpoll.run.Check;
import fleetpoll.run.Check.Status;
import fleetpoll.run.Copies;
import fleetpoll.run.EndpointTotals;
import fleetpoll.run.Latency;
import fleetpoll.run.ResourceExamples;
import fleetpoll.run.Resources;
import fleetpoll.run.Run;
import fleetpoll.run.Silence;
import fleetpoll.run.Usage;
import fleetpoll.settings.ServiceLevel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A generator stands still for 400 ms; the server's times are all below 100 ms. */
class OwnDelayTest {

  private static final double STALL_MILLIS = 400;

  private double latenessOfA;
  private long stalled;
  private long missedByGenerator;
  private double heldBackMs;

  @ParameterizedTest
  @CsvSource({
    "SERVICE_MAX, 499, 1, 0, WARN",
    "SERVICE_MAX, 500, 1, 0, FAIL",
    "SERVICE_MAX, 499, 0, 0, FAIL",
    "SERVICE_MAX, 499, 0, 1, FAIL",
    "RESPONSE_MAX, 499, 0, 1, WARN",
    "RESPONSE_MAX, 500, 0, 1, FAIL",
    "RESPONSE_P99, 499, 50, 51, WARN",
    "RESPONSE_P99, 499, 50, 50, FAIL",
    "SERVICE_P99, 499, 101, 0, WARN",
    "SERVICE_P99, 499, 99, 51, FAIL",
    "RESPONSE_MEAN, 107.9, 100, 100, WARN",
    "RESPONSE_MEAN, 108, 100, 100, FAIL"
  })
  void aStallHasNoLatenessButLengthensThePollsThatMetIt(
      Figure figure, double ms, long stalledPolls, long missed, Status status) {
    stalled = stalledPolls;
    missedByGenerator = missed;

    LevelRule rule = rule(level("A", figure), ms);

    assertThat(rule.check().status()).isEqualTo(status);
    assertThat(rule.generator(Status.FAIL).isPresent()).isEqualTo(status == Status.WARN);
  }

  @Test
  void theRuleNamesTheStall() {
    missedByGenerator = 1;

    Check check = rule(level("A", Figure.RESPONSE_MAX), 450).generator(Status.FAIL).orElseThrow();

    assertThat(check.text())
        .isEqualTo("generator's stall at most, by which slo.a.response.max may have failed");
    assertThat(check.limit()).isEqualTo(350);
    assertThat(check.measured()).isEqualTo(STALL_MILLIS);
    assertThat(check.sentence())
        .isEqualTo(
            "The generator stood still for 400 ms at most: the level of 100 ms cannot be judged"
                + " (slo.a.response.max).");
  }

  @ParameterizedTest
  @CsvSource({"499, WARN", "500, FAIL"})
  void aSilenceMayBeTheStalls(double ms, Status status) {
    missedByGenerator = 1;
    ServiceLevel silence =
        new ServiceLevel("slo.silence", Optional.empty(), Figure.SILENCE, 100, true);

    assertThat(rule(silence, ms).check().status()).isEqualTo(status);
  }

  /** A poll that the generator missed waits for the next one, 500 ms later, and for the stall. */
  @ParameterizedTest
  @CsvSource({
    "RESPONSE_MAX, 999, 1, WARN",
    "RESPONSE_MAX, 1000, 1, FAIL",
    "RESPONSE_P99, 999, 101, WARN",
    "RESPONSE_P99, 999, 100, FAIL",
    "SERVICE_MAX, 501, 1, FAIL",
    "RESPONSE_MEAN, 109.03, 100, WARN",
    "RESPONSE_MEAN, 109.04, 100, FAIL"
  })
  void aPollThatTheGeneratorMissedWaitsForTheNext(
      Figure figure, double ms, long missed, Status status) {
    stalled = 1;
    missedByGenerator = missed;
    heldBackMs = 500;

    LevelRule rule = rule(level("A", figure), ms);

    assertThat(rule.check().status()).isEqualTo(status);
    assertThat(rule.generator(Status.FAIL).isPresent()).isEqualTo(status == Status.WARN);
  }

  @Test
  void theRuleNamesTheTimeToTheNextPoll() {
    missedByGenerator = 1;
    heldBackMs = 500;

    Check check = rule(level("A", Figure.RESPONSE_MAX), 604).generator(Status.FAIL).orElseThrow();

    assertThat(check.text())
        .isEqualTo(
            "time to the next poll after those that the generator missed, by which"
                + " slo.a.response.max may have failed");
    assertThat(check.limit()).isEqualTo(504);
    assertThat(check.measured()).isEqualTo(900);
    assertThat(check.sentence())
        .isEqualTo(
            "The generator missed polls, by which the response max may be up to 900 ms longer: the"
                + " level of 100 ms cannot be judged (slo.a.response.max).");
  }

  @ParameterizedTest
  @CsvSource({"500, 999, WARN", "500, 1000, FAIL", "0, 501, FAIL"})
  void aSilenceContainsTheTimeToTheNextPoll(double held, double ms, Status status) {
    missedByGenerator = 1;
    heldBackMs = held;
    ServiceLevel silence =
        new ServiceLevel("slo.silence", Optional.empty(), Figure.SILENCE, 100, true);

    assertThat(rule(silence, ms).check().status()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({"RESPONSE_P99, WARN", "SERVICE_P99, FAIL"})
  void aResponseIsLateByAnyEndpointOfItsTick(Figure figure, Status status) {
    latenessOfA = 43;

    assertThat(rule(level("B", figure), 142).check().status()).isEqualTo(status);
    assertThat(rule(level("B", figure), 143).check().status()).isEqualTo(Status.FAIL);
  }

  private static ServiceLevel level(String endpoint, Figure figure) {
    String key = "slo." + endpoint.toLowerCase(java.util.Locale.ROOT) + "." + figure.key();
    return new ServiceLevel(key, Optional.of(endpoint), figure, 100);
  }

  private LevelRule rule(ServiceLevel level, double ms) {
    Resources known = ResourceExamples.RESOURCES;
    Usage stood =
        new Usage(null, null, null, null, null, null, null, null, null, STALL_MILLIS, STALL_MILLIS);
    Resources resources =
        new Resources(
            known.targetFound(),
            null,
            true,
            known.target(),
            stood,
            known.host(),
            100.0,
            null,
            null);
    List<EndpointTotals> endpoints =
        List.of(
            endpoint("A", ms, latenessOfA, stalled, missedByGenerator), endpoint("B", ms, 0, 0, 0));
    Run run =
        Copies.with(
            ResourceExamples.run(endpoints, resources, Duration.ZERO),
            "silence",
            new Silence("device-0001", ms, 3, heldBackMs));
    return LevelRule.of(level, new Evidence(run, 20_000, 20_000, same(0), List.of()));
  }

  private EndpointTotals endpoint(String name, double ms, double late, long stalled, long missed) {
    return new EndpointTotals(
        name,
        10_000,
        10_000 - missed,
        missed,
        10_000 - missed,
        0,
        0L,
        stalled,
        ms,
        heldBackMs,
        0,
        null,
        Map.of("busy", 0L, "generator", missed),
        Map.of(),
        same(ms),
        same(ms),
        same(late),
        null,
        null,
        true);
  }

  private static Latency same(double ms) {
    return new Latency(ms, ms, ms, ms, ms, ms, ms, ms);
  }
}
