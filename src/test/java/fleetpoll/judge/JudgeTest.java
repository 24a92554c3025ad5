package fleetpoll.judge;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.figure.Figure;
import fleetpoll.figure.Unit;
import fleetpoll.run.Check;
import fleetpoll.run.Check.Status;
import fleetpoll.run.Copies;
import fleetpoll.run.EndpointTotals;
import fleetpoll.run.Judgement;
import fleetpoll.run.Latency;
import fleetpoll.run.Logins;
import fleetpoll.run.ResourceExamples;
import fleetpoll.run.Resources;
import fleetpoll.run.Usage;
import fleetpoll.run.Verdict;
import fleetpoll.run.shard.Shard;
import fleetpoll.settings.ServiceLevel;
import fleetpoll.settings.ValidityLimits;
import fleetpoll.settings.VerdictSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class JudgeTest {

  private static final ValidityLimits LIMITS =
      new ValidityLimits(
          Duration.ofMillis(20), 0.1, 0, 80, Duration.ofMillis(200), Duration.ofMillis(500), 1_000);
  private static final Usage TARGET =
      new Usage(1.5, 1.9, 1L, 300_000_000L, null, null, null, null, null, null, null);

  private long scheduled = 2_000;
  private long ticks = 1_000;
  private EndpointTotals a = endpoint("A", 1_000, 0, 0, Map.of(), true);
  private EndpointTotals b = endpoint("B", 1_000, 0, 0, Map.of(), true);
  private Shard shard;
  private Logins logins;
  private Double latenessP99Ms = 1.0;
  private Usage target = TARGET;
  private Double targetKnownPercent = 100.0;
  private boolean oneMachine = true;
  private List<DeviceCounts> devices =
      List.of(new DeviceCounts("device-0001", 2_000, 2_000, 2_000, 0));
  private double stallMs = 60.0;
  private Usage generator = usage(0.5, 10.0);

  @Test
  void aGoodGeneratorWithoutLevelsIsValid() {
    Verdict verdict = judge();

    assertThat(verdict.judgement()).isEqualTo(Judgement.VALID);
    assertThat(verdict.reason())
        .isEqualTo("The generator was good enough, and there were no service levels to meet.");
    assertThat(verdict.validity())
        .extracting(Check::key)
        .containsExactly(
            "duration",
            "ledger",
            "validity.stall",
            "validity.lateness",
            "validity.missed",
            "validity.exhausted",
            "validity.cpu",
            "validity.gc-pause",
            "validity.ticks");
    assertThat(verdict.validity()).allMatch(check -> check.status() == Status.PASS);
    assertThat(verdict.levels()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"20.0, PASS", "20.001, FAIL"})
  void theLimitOfLatenessIsATime(double p99, Status status) {
    latenessP99Ms = p99;

    Check check = rule("validity.lateness");

    assertThat(check.status()).isEqualTo(status);
    assertThat(check.limit()).isEqualTo(20);
    assertThat(check.measured()).isEqualTo(p99);
    assertThat(judge().judgement())
        .isEqualTo(status == Status.PASS ? Judgement.VALID : Judgement.INVALID);
  }

  @ParameterizedTest
  @CsvSource({"2, 0.1, PASS", "3, 0.15, FAIL"})
  void theGeneratorMayMissAShareOfThePlannedPolls(long missed, double percent, Status status) {
    a = endpoint("A", 1_000, missed, 500, Map.of(), true);

    assertThat(rule("validity.missed").measured()).isEqualTo(percent);
    assertThat(rule("validity.missed").status()).isEqualTo(status);
  }

  @Test
  void whatABusyDeviceMissesIsNotTheGeneratorsFault() {
    a = endpoint("A", 1_000, 0, 500, Map.of(), true);

    assertThat(judge().judgement()).isEqualTo(Judgement.VALID);
  }

  @Test
  void aPollThatFoundNoFileOrPortMakesTheRunInvalid() {
    b = endpoint("B", 1_000, 0, 0, Map.of("exhausted", 1L, "timeout", 5L), true);

    assertThat(judge().judgement()).isEqualTo(Judgement.INVALID);
    assertThat(judge().reason())
        .isEqualTo(
            "The number of polls that failed for want of open files or local ports was 1,"
                + " and validity.exhausted allows 0.");
  }

  @Test
  void aLoginWithoutAFileOrPortIsTheGeneratorsFault() {
    logins = logins(Map.of("exhausted", 3L, "timeout", 5L));

    assertThat(rule("validity.exhausted").measured()).isEqualTo(3);
    assertThat(judge().reason())
        .isEqualTo(
            "The number of polls and logins that failed for want of open files or local ports was"
                + " 3, and validity.exhausted allows 0.");
  }

  @Test
  void anInterruptionEndsLoginsInFlightToo() {
    b = endpoint("B", 1_000, 0, 0, Map.of("interrupted", 1L), true);
    logins = logins(Map.of("interrupted", 2L));

    Check check = rule("interrupted");

    assertThat(check.status()).isEqualTo(Status.FAIL);
    assertThat(check.measured()).isEqualTo(3);
    assertThat(check.sentence())
        .isEqualTo(
            "An interruption ended 1 poll and 2 logins in flight, and how they would have ended is"
                + " not known.");
  }

  private static Logins logins(Map<String, Long> koBy) {
    long ko = koBy.values().stream().mapToLong(Long::longValue).sum();
    return new Logins(ko + 1, 1, ko, koBy, latency(0.0), List.of());
  }

  /**
   * A poll that waits for its answer when somebody ends the run would be a failure of the server.
   */
  @Test
  void aRunThatIsInterruptedWithPollsInFlightIsInvalid() {
    b = endpoint("B", 1_000, 0, 0, Map.of("interrupted", 10L), true);

    Verdict verdict =
        judge(new ServiceLevel("slo.success", Optional.empty(), Figure.SUCCESS, 99.9));

    assertThat(verdict.judgement()).isEqualTo(Judgement.INVALID);
    assertThat(verdict.reason())
        .isEqualTo(
            "An interruption ended 10 polls in flight, and how they would have ended is not"
                + " known.");
  }

  @ParameterizedTest
  @CsvSource({"1.6, false, PASS", "1.601, false, FAIL", "1.6, true, PASS", "1.601, true, WARN"})
  void theGeneratorsCpuOnlyWarnsWhereTheTargetSharesTheMachine(
      double cores, boolean together, Status status) {
    generator = usage(cores, 10.0);
    oneMachine = together;

    assertThat(rule("validity.cpu").status()).isEqualTo(status);
    assertThat(judge().judgement())
        .isEqualTo(status == Status.FAIL ? Judgement.INVALID : Judgement.VALID);
  }

  @ParameterizedTest
  @CsvSource({"200, PASS", "200.001, FAIL"})
  void theCollectorMayPauseForSoLongInASecond(double millis, Status status) {
    generator = usage(0.5, millis);

    assertThat(rule("validity.gc-pause").status()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({"60, VALID", "500, VALID", "500.1, INVALID"})
  void theGeneratorMayStandStillForSoLong(double millis, Judgement judgement) {
    stallMs = millis;
    generator = usage(0.5, 10.0);

    assertThat(judge().judgement()).isEqualTo(judgement);
  }

  @Test
  void aStallIsNamedBeforeWhatFollowsFromIt() {
    stallMs = 3_002;
    generator = usage(0.5, 10.0);
    latenessP99Ms = 400.0;

    assertThat(judge().reason())
        .isEqualTo(
            "The generator's longest stall was 3,002 ms, and validity.stall allows 500 ms;"
                + " 1 other limit is broken too.");
  }

  @Test
  void aLedgerThatDoesNotBalanceMakesTheRunInvalid() {
    a = endpoint("A", 1_000, 0, 0, Map.of(), false);

    assertThat(judge().judgement()).isEqualTo(Judgement.INVALID);
    assertThat(judge().reason())
        .isEqualTo(
            "The number of endpoints whose planned is not sent + missed was 1,"
                + " and ledger allows 0.");
  }

  @Test
  void aRunThatWasCutShortIsInvalid() {
    a = endpoint("A", 999, 0, 0, Map.of(), true);

    assertThat(judge().judgement()).isEqualTo(Judgement.INVALID);
    assertThat(judge().reason())
        .isEqualTo(
            "The share of the run's polls that came due before its end was 99.95 %,"
                + " and duration asks for 100 %.");
  }

  @Test
  void fewTicksAreNoReasonToCondemnAGenerator() {
    ticks = 999;
    oneMachine = false;
    latenessP99Ms = 400.0;
    a = endpoint("A", 1_000, 100, 0, Map.of(), true);
    stallMs = 3_000;
    generator = usage(1.9, 900.0);

    Verdict verdict = judge();

    assertThat(verdict.judgement()).isEqualTo(Judgement.VALID);
    assertThat(verdict.validity())
        .filteredOn(check -> check.status() == Status.WARN)
        .extracting(Check::key)
        .containsExactly(
            "validity.stall",
            "validity.lateness",
            "validity.missed",
            "validity.cpu",
            "validity.gc-pause",
            "validity.ticks");
    assertThat(verdict.reason())
        .isEqualTo(
            "The generator was good enough, as far as 999 ticks tell,"
                + " and there were no service levels to meet.");
  }

  @Test
  void fewTicksDoNotExcuseWhatIsWrongForCertain() {
    ticks = 1;
    a = endpoint("A", 1_000, 0, 0, Map.of("exhausted", 1L), true);

    assertThat(judge().judgement()).isEqualTo(Judgement.INVALID);
  }

  @Test
  void whatIsNotMeasuredWarnsOfTheGenerator() {
    latenessP99Ms = null;
    generator = Usage.UNKNOWN;
    oneMachine = false;

    Verdict verdict = judge();

    assertThat(verdict.judgement()).isEqualTo(Judgement.VALID);
    assertThat(verdict.validity())
        .filteredOn(check -> check.status() == Status.WARN)
        .extracting(Check::key, Check::measuredText)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("validity.stall", "not measured"),
            org.assertj.core.groups.Tuple.tuple("validity.lateness", "not measured"),
            org.assertj.core.groups.Tuple.tuple("validity.cpu", "not measured"),
            org.assertj.core.groups.Tuple.tuple("validity.gc-pause", "not measured"));
  }

  @ParameterizedTest
  @CsvSource({
    "SUCCESS, 99.5, 99.51",
    "MISSED, 0.15, 0.149",
    "SERVER_CPU, 1.5, 1.499",
    "PEAK_MEMORY, 300000000, 299999999",
    "SERVICE_MEAN, 2, 1.999",
    "SERVICE_P50, 3, 2.999",
    "SERVICE_P90, 4, 3.999",
    "SERVICE_P95, 5, 4.999",
    "SERVICE_P99, 6, 5.999",
    "SERVICE_P999, 7, 6.999",
    "SERVICE_MAX, 8, 7.999",
    "RESPONSE_MEAN, 12, 11.999",
    "RESPONSE_P50, 13, 12.999",
    "RESPONSE_P90, 14, 13.999",
    "RESPONSE_P95, 15, 14.999",
    "RESPONSE_P99, 16, 15.999",
    "RESPONSE_P999, 17, 16.999",
    "RESPONSE_MAX, 18, 17.999"
  })
  void aLevelIsMetUpToItsExactLimit(Figure figure, double met, double broken) {
    a = endpoint("A", 20_000, 0, 60, Map.of("timeout", 60L), true);
    b = endpoint("B", 20_060, 0, 0, Map.of("timeout", 140L), true);
    scheduled = 40_060;

    assertThat(judge(level(figure, met)).judgement()).isEqualTo(Judgement.PASS);
    assertThat(judge(level(figure, broken)).judgement()).isEqualTo(Judgement.FAIL);
    assertThat(judge(level(figure, met)).levels().get(0).measured())
        .isEqualTo(figure == Figure.MISSED ? 100 * 60 / 40_060.0 : met);
  }

  @ParameterizedTest
  @EnumSource(Figure.class)
  void aLevelWithoutDataFails(Figure figure) {
    a = endpoint("A", 0, 0, 0, Map.of(), true);
    b = endpoint("B", 0, 0, 0, Map.of(), true);
    target = Usage.UNKNOWN;
    scheduled = 0;

    Verdict verdict = judge(level(figure, 100));

    assertThat(verdict.judgement()).isEqualTo(Judgement.FAIL);
    assertThat(verdict.reason()).contains(" was not measured, and slo.");
    assertThat(verdict.levels()).extracting(Check::status).containsExactly(Status.FAIL);
  }

  @Test
  void anInvalidRunNeverPasses() {
    latenessP99Ms = 80.0;

    Verdict verdict = judge(level(Figure.SERVICE_P99, 6));

    assertThat(verdict.judgement()).isEqualTo(Judgement.INVALID);
    assertThat(verdict.levels()).extracting(Check::status).containsExactly(Status.PASS);
    assertThat(verdict.reason())
        .isEqualTo(
            "The p99 of the generator's lateness was 80 ms,"
                + " and validity.lateness allows 20 ms.");
  }

  @Test
  void theReasonHasTheFirstFigureAndCountsTheOthers() {
    assertThat(judge(level(Figure.SERVICE_P99, 5)).reason())
        .isEqualTo("The p99 service time of A was 6 ms, and slo.a.p99 allows 5 ms.");
    assertThat(judge(level(Figure.RESPONSE_P99, 5), level(Figure.SERVICE_MAX, 5)).reason())
        .isEqualTo(
            "The p99 response time of A was 16 ms, and slo.a.response.p99 allows 5 ms;"
                + " 1 other limit is broken too.");
    assertThat(
            judge(
                    level(Figure.SERVICE_MEAN, 9),
                    level(Figure.SERVICE_MAX, 5),
                    level(Figure.SERVER_CPU, 1),
                    level(Figure.PEAK_MEMORY, 1e6))
                .reason())
        .isEqualTo(
            "The longest service time of A was 8 ms, and slo.a.max allows 5 ms;"
                + " 2 other limits are broken too.");
  }

  @Test
  void theReasonOfAPassSaysHowMuchItRestsOn() {
    assertThat(judge(level(Figure.SUCCESS, 99), level(Figure.SERVER_CPU, 2)).reason())
        .isEqualTo("All 2 service levels were met.");
    ticks = 42;
    assertThat(judge(level(Figure.SUCCESS, 99)).reason())
        .isEqualTo("The service level was met, as far as 42 ticks tell.");
    ticks = 1;
    assertThat(judge(level(Figure.SUCCESS, 99)).reason())
        .isEqualTo("The service level was met, as far as 1 tick tells.");
  }

  @Test
  void aPercentileOfTooFewPollsIsNeitherMetNorBroken() {
    a = endpoint("A", 999, 0, 0, Map.of(), true);
    b = endpoint("B", 1_001, 0, 0, Map.of(), true);

    for (double limit : new double[] {5.9, 6.1}) {
      Verdict alone = judge(level(Figure.SERVICE_P99, limit));

      assertThat(alone.judgement()).isEqualTo(Judgement.VALID);
      assertThat(alone.reason())
          .isEqualTo("The generator was good enough, but slo.a.p99 could not be judged.");
      assertThat(alone.levels())
          .extracting(Check::status, Check::sentence)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple(
                  Status.WARN,
                  "999 polls are too few for a p99, which needs 1,000: slo.a.p99 was not judged."));
    }
  }

  @Test
  void theOthersDecideAndTheReasonNamesThoseThatWereNotJudged() {
    ServiceLevel p999 = level(Figure.SERVICE_P999, 1);
    ServiceLevel alsoP999 = level(Figure.RESPONSE_P999, 1);

    Verdict met = judge(level(Figure.SUCCESS, 99), p999, alsoP999);
    Verdict broken = judge(level(Figure.SERVICE_MAX, 1), p999);

    assertThat(met.judgement()).isEqualTo(Judgement.PASS);
    assertThat(met.reason())
        .isEqualTo(
            "1 of 3 service levels was met; slo.a.p999, slo.a.response.p999 could"
                + " not be judged.");
    assertThat(broken.judgement()).isEqualTo(Judgement.FAIL);
    assertThat(broken.reason()).startsWith("The longest service time of A was 8 ms");
  }

  @Test
  void aLevelThatFailsByLessThanTheGeneratorWasLateMakesTheRunInvalid() {
    a = late(a);

    Verdict verdict = judge(level(Figure.SUCCESS, 99), level(Figure.RESPONSE_P99, 11));

    assertThat(verdict.judgement()).isEqualTo(Judgement.INVALID);
    assertThat(verdict.reason())
        .isEqualTo(
            "The generator was late by 6 ms at p99: the level of 11 ms cannot be judged"
                + " (slo.a.response.p99).");
    assertThat(verdict.validity().get(0))
        .extracting(Check::key, Check::limit, Check::measured, Check::status)
        .containsExactly("slo.a.response.p99", 5.0, 6.0, Status.FAIL);
    assertThat(verdict.levels())
        .extracting(Check::status)
        .containsExactly(Status.PASS, Status.WARN);
  }

  @Test
  void whereAnotherLevelFailsForCertainTheRunFails() {
    a = late(a);

    Verdict verdict = judge(level(Figure.RESPONSE_P99, 11), level(Figure.RESPONSE_MAX, 1));

    assertThat(verdict.judgement()).isEqualTo(Judgement.FAIL);
    assertThat(verdict.reason())
        .isEqualTo("The longest response time of A was 18 ms, and slo.a.response.max allows 1 ms.");
    assertThat(verdict.validity().get(0).status()).isEqualTo(Status.WARN);
    assertThat(verdict.levels())
        .extracting(Check::status)
        .containsExactly(Status.WARN, Status.FAIL);
  }

  @Test
  void anEndpointHasLevelsOfItsOwnPolls() {
    b = endpoint("B", 1_000, 0, 0, Map.of("timeout", 10L), true);

    Verdict verdict =
        judge(
            new ServiceLevel("slo.a.success", Optional.of("A"), Figure.SUCCESS, 99.9),
            new ServiceLevel("slo.b.success", Optional.of("B"), Figure.SUCCESS, 99.5));

    assertThat(verdict.judgement()).isEqualTo(Judgement.FAIL);
    assertThat(verdict.reason())
        .isEqualTo(
            "The share of B's polls sent that succeeded was 99 %, and slo.b.success asks for 99.5"
                + " %.");
  }

  @Test
  void theWorstDeviceIsNamed() {
    devices =
        List.of(
            new DeviceCounts("device-0001", 120, 120, 120, 0),
            new DeviceCounts("device-0317", 120, 120, 0, 0));

    Verdict verdict =
        judge(new ServiceLevel("slo.device.success", Optional.empty(), Figure.SUCCESS, 99, true));

    assertThat(verdict.judgement()).isEqualTo(Judgement.FAIL);
    assertThat(verdict.reason())
        .isEqualTo(
            "device-0317 succeeded in 0 % of 120 polls, and slo.device.success asks for 99 %.");
  }

  @Test
  void whatTheGeneratorMissedFailsNoServer() {
    ticks = 200;
    a = endpoint("A", 1_000, 10, 0, Map.of(), true);

    Verdict verdict = judge(level(Figure.SUCCESS, 99.9), level(Figure.MISSED, 0.1));

    assertThat(verdict.judgement()).isEqualTo(Judgement.INVALID);
    assertThat(verdict.reason())
        .isEqualTo(
            "10 of 10 missed polls were the generator's: the level of 0.1 % cannot be judged"
                + " (slo.missed).");
    assertThat(verdict.levels())
        .extracting(Check::status)
        .containsExactly(Status.PASS, Status.WARN);
  }

  @ParameterizedTest
  @CsvSource({
    "10, 1, 0.05, INVALID",
    "1, 0, 0, INVALID",
    "9, 10, 0.05, INVALID",
    "9, 11, 0.05, FAIL",
    "9, 1, 0.1, PASS"
  })
  void theServerFailsByWhatItMissedItself(long late, long busy, double limit, Judgement judgement) {
    a = endpoint("A", 19_000, late, busy, Map.of(), true);
    scheduled = 20_000;

    assertThat(judge(level(Figure.MISSED, limit)).judgement()).isEqualTo(judgement);
  }

  @Test
  void anEndpointOrADeviceFailsByWhatTheServerMissed() {
    ServiceLevel ofA = new ServiceLevel("slo.a.missed", Optional.of("A"), Figure.MISSED, 0.1);
    ServiceLevel ofB = new ServiceLevel("slo.b.missed", Optional.of("B"), Figure.MISSED, 0.1);
    ServiceLevel each =
        new ServiceLevel("slo.device.missed", Optional.empty(), Figure.MISSED, 1, true);
    ticks = 200;
    a = endpoint("A", 1_000, 10, 0, Map.of(), true);
    b = endpoint("B", 1_000, 0, 2, Map.of(), true);
    DeviceCounts late = new DeviceCounts("device-0001", 100, 90, 90, 10);
    devices = List.of(late, new DeviceCounts("device-0002", 100, 99, 99, 0));

    assertThat(judge(ofA).judgement()).isEqualTo(Judgement.INVALID);
    assertThat(judge(ofB).judgement()).isEqualTo(Judgement.FAIL);
    assertThat(judge(each).reason())
        .isEqualTo(
            "10 of 10 missed polls were the generator's: the level of 1 % cannot be judged"
                + " (slo.device.missed).");
    devices = List.of(late, new DeviceCounts("device-0002", 100, 98, 98, 0));
    assertThat(judge(each).reason())
        .isEqualTo(
            "device-0002 missed 2 % of 100 planned polls, and slo.device.missed allows 1 %.");
  }

  @Test
  void ofAShardNoLevelIsJudged() {
    shard = new Shard(1, 4, 400, null, Instant.EPOCH, null, null);

    Verdict verdict = judge(level(Figure.SUCCESS, 100.0), level(Figure.SERVICE_P99, 0.001));

    assertThat(verdict.judgement()).isEqualTo(Judgement.VALID);
    assertThat(verdict.reason())
        .isEqualTo(
            "The generator was good enough; the service levels are judged when all shards are"
                + " merged.");
    assertThat(verdict.levels()).extracting(Check::status).containsOnly(Status.WARN);
    assertThat(verdict.levels()).extracting(Check::measured).doesNotContainNull();
    assertThat(verdict.levels().get(1).sentence())
        .isEqualTo("slo.a.p99 is judged when all shards are merged.");
  }

  @Test
  void whatTheGeneratorNeverPolledCannotBeJudged() {
    ticks = 999;
    a = endpoint("A", 3, 3, 0, Map.of(), true);
    b = endpoint("B", 1_997, 0, 0, Map.of(), true);
    ServiceLevel ofA = new ServiceLevel("slo.a.success", Optional.of("A"), Figure.SUCCESS, 99.9);

    Verdict verdict = judge(ofA, level(Figure.SERVICE_MAX, 50));

    assertThat(verdict.levels()).allMatch(check -> check.status() == Status.WARN);
    assertThat(verdict.judgement()).isEqualTo(Judgement.INVALID);
    assertThat(verdict.validity().get(0))
        .isEqualTo(
            new Check(
                "slo.a.success",
                "share of planned polls that the generator itself missed, by which slo.a.success"
                    + " may have failed",
                false,
                0,
                100.0,
                Unit.PERCENT,
                Status.FAIL,
                "The generator missed all 3 planned polls: slo.a.success cannot be judged."));
  }

  @Test
  void whatTheServerNeverAnsweredFails() {
    ticks = 999;
    scheduled = 1_003;
    a = endpoint("A", 3, 2, 1, Map.of(), true);

    assertThat(judge(level(Figure.SERVICE_MAX, 50)).judgement()).isEqualTo(Judgement.FAIL);
  }

  @Test
  void whatNobodyMeasuresOfTheServerIsNotTheGenerators() {
    ticks = 999;
    target = null;
    a = endpoint("A", 1_000, 1_000, 0, Map.of(), true);
    b = endpoint("B", 1_000, 1_000, 0, Map.of(), true);

    assertThat(judge(level(Figure.SERVER_CPU, 50)).judgement()).isEqualTo(Judgement.FAIL);
  }

  /** Its peak is 300 MB, as far as it is known. */
  @Test
  void aPeakThatIsKnownForAPartOfTheTimeIsMetByNobody() {
    targetKnownPercent = 3.3;

    Verdict met = judge(level(Figure.PEAK_MEMORY, 400e6), level(Figure.SUCCESS, 50.0));

    assertThat(met.levels().get(0).status()).isEqualTo(Status.WARN);
    assertThat(met.levels().get(0).sentence())
        .isEqualTo(
            "The server's memory is known for 3.3 % of the measured window, so its peak may be"
                + " higher: slo.server.memory was not judged.");
    assertThat(met.reason())
        .isEqualTo("1 of 2 service levels was met; slo.server.memory could not be judged.");
    assertThat(judge(level(Figure.PEAK_MEMORY, 200e6)).judgement()).isEqualTo(Judgement.FAIL);
    targetKnownPercent = null;
    assertThat(judge(level(Figure.PEAK_MEMORY, 400e6)).judgement()).isEqualTo(Judgement.PASS);
  }

  @Test
  void aShardOfALateGeneratorIsInvalid() {
    shard = new Shard(1, 4, 400, null, Instant.EPOCH, null, null);
    latenessP99Ms = 1_000.0;

    assertThat(judge(level(Figure.SUCCESS, 100.0)).judgement()).isEqualTo(Judgement.INVALID);
  }

  @Test
  void aGeneratorThatWasReadyTooLateIsInvalid() {
    Instant startAt = Instant.parse("2026-11-30T09:30:00Z");
    shard = new Shard(0, 1, 100, startAt, startAt, 3.2, null);

    Verdict verdict = judge(level(Figure.SUCCESS, 50.0));

    assertThat(verdict.judgement()).isEqualTo(Judgement.INVALID);
    assertThat(verdict.reason())
        .isEqualTo(
            "The generator was ready 3,200 ms after its warm-up was to begin, too late to start at"
                + " 2026-11-30T09:30:00Z.");
  }

  @Test
  void aGeneratorThatWasReadyInTimeIsValid() {
    shard = new Shard(0, 1, 100, Instant.EPOCH, Instant.EPOCH, 0.0, null);

    assertThat(judge(level(Figure.SUCCESS, 50.0)).judgement()).isEqualTo(Judgement.PASS);
    assertThat(rule("start-at").status()).isEqualTo(Status.PASS);
  }

  private Verdict judge(ServiceLevel... levels) {
    Resources resources =
        new Resources(
            "a",
            null,
            oneMachine,
            target,
            generator,
            Usage.UNKNOWN,
            targetKnownPercent,
            null,
            null);
    Latency lateness = latency(latenessP99Ms == null ? null : latenessP99Ms - 6);
    return Judge.judge(
        new VerdictSettings(LIMITS, List.of(levels)),
        new Evidence(
            Copies.with(
                Copies.with(
                    ResourceExamples.run(List.of(a, b), resources, Duration.ZERO), "shard", shard),
                "logins",
                logins),
            scheduled,
            ticks,
            lateness,
            devices),
        List.of());
  }

  private Check rule(String key) {
    return judge().validity().stream().filter(c -> c.key().equals(key)).findFirst().orElseThrow();
  }

  private static ServiceLevel level(Figure figure, double limit) {
    return figure.kind() == Figure.Kind.TIME
        ? new ServiceLevel("slo.a." + figure.key(), Optional.of("A"), figure, limit)
        : new ServiceLevel("slo." + figure.key(), Optional.empty(), figure, limit);
  }

  /** The same polls, which a generator sent 1 to 8 ms late, 6 ms at p99. */
  private static EndpointTotals late(EndpointTotals totals) {
    return new EndpointTotals(
        totals.name(),
        totals.planned(),
        totals.sent(),
        totals.missed(),
        totals.ok(),
        totals.ko(),
        totals.unanswered(),
        totals.stalled(),
        totals.silenceMaxMs(),
        totals.heldBackMaxMs(),
        totals.bytes(),
        totals.wireBytes(),
        totals.missedBy(),
        totals.koBy(),
        totals.service(),
        totals.response(),
        latency(0.0),
        totals.connections(),
        totals.warmUpConnections(),
        totals.balanced());
  }

  private static EndpointTotals endpoint(
      String name, long planned, long late, long busy, Map<String, Long> koBy, boolean balanced) {
    long sent = planned - late - busy;
    long ko = koBy.values().stream().mapToLong(Long::longValue).sum();
    boolean timed = sent > 0 && name.equals("A");
    return new EndpointTotals(
        name,
        planned,
        sent,
        late + busy,
        sent - ko,
        ko,
        0L,
        0L,
        planned == 0 ? null : Double.valueOf(10),
        0.0,
        0,
        null,
        Map.of("busy", busy, "generator", late),
        koBy,
        latency(timed ? 0.0 : null),
        latency(timed ? 10.0 : null),
        latency(null),
        null,
        null,
        balanced);
  }

  /** min … max are 1 … 8, each plus {@code more}, so the p99 is 6 plus {@code more}. */
  private static Latency latency(Double more) {
    Double[] ms =
        Stream.of(1, 2, 3, 4, 5, 6, 7, 8)
            .map(n -> more == null ? null : Double.valueOf(n + more))
            .toArray(Double[]::new);
    return new Latency(ms[0], ms[1], ms[2], ms[3], ms[4], ms[5], ms[6], ms[7]);
  }

  private Usage usage(double cpuCoresMean, double gcPauseMsPeak) {
    return new Usage(cpuCoresMean, 2.0, 1L, 1L, 1L, 1.0, gcPauseMsPeak, 1, 1L, 60.0, stallMs);
  }
}
