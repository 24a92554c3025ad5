package fleetpoll.fleet;

import static fleetpoll.fleet.Step.LEAVE;
import static fleetpoll.fleet.Step.PART;
import static fleetpoll.fleet.Step.SEND;
import static fleetpoll.fleet.Step.WAIT;
import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.http.Result;
import fleetpoll.record.DeviceRecorder;
import fleetpoll.record.FleetRecorder;
import fleetpoll.record.Opening;
import fleetpoll.record.Outcome;
import fleetpoll.record.StormSummary;
import fleetpoll.run.FleetExamples;
import fleetpoll.schedule.FleetSchedule;
import fleetpoll.schedule.MissedCause;
import fleetpoll.settings.FleetSettings;
import fleetpoll.settings.Share;
import fleetpoll.settings.StormSettings;
import fleetpoll.settings.behavior.BehaviorSettings;
import fleetpoll.settings.behavior.DutySettings;
import fleetpoll.settings.behavior.RetrySettings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** One device that stays away now and then; it is due every 100 ms and polls A and B on each. */
class AbsenceTest {

  private static final long MS = 1_000_000;
  private static final int A = 0;
  private static final int B = 1;

  /** 150 ms after the first failure, 300 after the second, 400 after each further one. */
  private static final Optional<RetrySettings> RETRY =
      Optional.of(new RetrySettings(Duration.ofMillis(150), 2, Duration.ofMillis(400), 0));

  private static final Optional<RetrySettings> LONG_RETRY =
      Optional.of(new RetrySettings(Duration.ofMillis(700), 1, Duration.ofMillis(700), 0));

  private static final Optional<DutySettings> DUTY =
      Optional.of(new DutySettings(Duration.ofMillis(330), Duration.ofMillis(270)));

  private FleetRecorder fleetRecord;
  private DeviceRecorder record;
  private Itinerary itinerary;

  private static FleetSettings fleet(
      Optional<RetrySettings> retry, Optional<DutySettings> duty, long warmUpMillis) {
    FleetSettings plain =
        FleetExamples.withShares(
            FleetExamples.fleet(1, Duration.ofSeconds(2), Duration.ofMillis(100)),
            List.of(Share.EVERY_TICK, Share.EVERY_TICK));
    return FleetExamples.behaving(
        FleetExamples.warmedUp(plain, Duration.ofMillis(warmUpMillis)),
        new BehaviorSettings(Duration.ZERO, retry, duty, Optional.empty()));
  }

  private Step begin(FleetSettings fleet) {
    fleetRecord = new FleetRecorder(fleet);
    record = fleetRecord.device(0);
    itinerary =
        new Itinerary(new FleetSchedule(fleet), 0, record, endpoint -> true, Admission.free());
    return itinerary.begin();
  }

  private Step end(long millis, Outcome outcome) {
    long now = millis * MS;
    return itinerary.ended(
        new Result(
            outcome,
            outcome.isOk() ? null : "why",
            200,
            100,
            160,
            now - MS,
            now,
            Opening.NONE,
            0,
            true),
        now);
  }

  /** Polls A and B successfully. */
  private Step tick(long millis) {
    assertThat(itinerary.wake(millis * MS)).isEqualTo(SEND);
    assertThat(end(millis + 1, Outcome.OK)).isEqualTo(SEND);
    return end(millis + 2, Outcome.OK);
  }

  private long backOff(int endpoint) {
    return record.summarise(endpoint).missed().byCause().getOrDefault(MissedCause.BACK_OFF, 0L);
  }

  private long missed(int endpoint) {
    return record.summarise(endpoint).missed().total();
  }

  private void assertBalanced() {
    assertThat(record.isBalanced(A)).isTrue();
    assertThat(record.isBalanced(B)).isTrue();
  }

  private static Result result(Outcome outcome, int status, long millis) {
    long now = millis * MS;
    return new Result(outcome, null, status, 0, 60, now - MS, now, Opening.NONE, 0, true);
  }

  @Test
  void aFailedLoginKeepsADeviceAwayAndALoginThatIsOverDoesNot() {
    FleetSettings fleet = fleet(RETRY, Optional.empty(), 0);
    record = new FleetRecorder(fleet).device(0);
    itinerary =
        new Itinerary(
            new FleetSchedule(fleet),
            0,
            record,
            endpoint -> true,
            Admission.byLogin(status -> status == 401));
    itinerary.begin();

    assertThat(itinerary.wake(0)).isEqualTo(Step.LOGIN);
    assertThat(itinerary.loginEnded(result(Outcome.status(503), 503, 10), 10 * MS)).isEqualTo(WAIT);
    assertThat(itinerary.wakeNanos()).isEqualTo(160 * MS);
    assertThat(itinerary.wake(160 * MS)).isEqualTo(Step.LOGIN);
    assertThat(itinerary.loginEnded(result(Outcome.OK, 200, 161), 161 * MS)).isEqualTo(SEND);

    assertThat(itinerary.ended(result(Outcome.status(401), 401, 162), 162 * MS))
        .isEqualTo(Step.LOGIN);
    assertThat(backOff(A)).isEqualTo(1);
  }

  @Test
  void afterAFailureADeviceSendsNothingAndThenTheLatestTick() {
    begin(fleet(RETRY, Optional.empty(), 0));
    itinerary.wake(0);

    assertThat(end(110, Outcome.status(503))).isEqualTo(WAIT);
    assertThat(itinerary.wakeNanos()).isEqualTo(260 * MS);
    assertThat(itinerary.wake(260 * MS)).isEqualTo(SEND);
    assertThat(itinerary.endpoint()).isEqualTo(A);
    assertThat(end(261, Outcome.OK)).isEqualTo(SEND);
    assertThat(end(262, Outcome.OK)).isEqualTo(WAIT);

    assertThat(itinerary.wakeNanos()).isEqualTo(300 * MS);
    assertThat(backOff(A)).isZero();
    assertThat(backOff(B)).isEqualTo(1);
    assertThat(missed(A)).isEqualTo(1); // tick 1: busy
    assertBalanced();
  }

  @Test
  void theTimeAwayIsNobodysLateness() {
    begin(fleet(RETRY, Optional.empty(), 0));
    itinerary.wake(0);
    end(1, Outcome.status(503));
    itinerary.wake(151 * MS);
    end(152, Outcome.OK);

    assertThat(record.summarise(A).lateness().count()).isEqualTo(2);
    assertThat(record.summarise(A).lateness().maxMicros()).isZero();
    assertThat(record.summarise(A).response().maxMicros()).isEqualTo(152_000);
  }

  @Test
  void eachFurtherFailureInARowKeepsItAwayLongerUntilASuccess() {
    begin(fleet(RETRY, Optional.empty(), 0));
    itinerary.wake(0);
    end(10, Outcome.REFUSED);
    assertThat(itinerary.wakeNanos()).isEqualTo(160 * MS);

    itinerary.wake(160 * MS); // with tick 1
    assertThat(end(170, Outcome.TIMEOUT)).isEqualTo(WAIT);
    assertThat(itinerary.wakeNanos()).isEqualTo(470 * MS);

    itinerary.wake(470 * MS); // with tick 4
    assertThat(backOff(A)).isEqualTo(2);
    end(480, Outcome.status(503));
    assertThat(itinerary.wakeNanos()).isEqualTo(880 * MS);

    itinerary.wake(880 * MS); // with tick 8
    end(881, Outcome.OK);
    end(890, Outcome.status(503));
    assertThat(itinerary.wakeNanos()).isEqualTo(1_040 * MS);
    assertThat(backOff(A)).isEqualTo(5);
    assertBalanced();
  }

  @Test
  void aFailedWarmUpKeepsNobodyAway() {
    begin(fleet(RETRY, Optional.empty(), 100));
    itinerary.wake(0);

    end(10, Outcome.status(503));
    assertThat(end(20, Outcome.status(503))).isEqualTo(WAIT);

    assertThat(itinerary.wakeNanos()).isEqualTo(100 * MS);
    assertThat(tick(100)).isEqualTo(WAIT);
    assertThat(missed(A)).isZero();
  }

  @Test
  void whatAStormDropsIsNoFailureOfTheDevicesAndAStormBeginsItAnew() {
    StormSettings storm =
        new StormSettings(List.of(Duration.ofMillis(250)), Duration.ofMillis(100), Duration.ZERO);
    begin(FleetExamples.stormy(fleet(RETRY, Optional.empty(), 0), storm));
    itinerary.wake(0);
    end(10, Outcome.status(503));
    itinerary.wake(160 * MS);

    itinerary.strike(0, 250 * MS);
    assertThat(end(250, Outcome.DROPPED)).isEqualTo(WAIT);
    assertThat(itinerary.wakeNanos()).isEqualTo(350 * MS);

    itinerary.wake(350 * MS);
    end(360, Outcome.status(503));
    assertThat(itinerary.wakeNanos()).isEqualTo(510 * MS);
    assertBalanced();
  }

  @Test
  void aStormWithoutBackOffEndsABackOffAndTheGeneratorIsNotBlamed() {
    StormSettings storm =
        new StormSettings(List.of(Duration.ofMillis(350)), Duration.ZERO, Duration.ZERO);
    begin(FleetExamples.stormy(fleet(RETRY, Optional.empty(), 0), storm));
    itinerary.wake(0);
    end(10, Outcome.status(503));
    itinerary.wake(160 * MS);
    end(170, Outcome.status(503));

    itinerary.strike(0, 350 * MS);
    assertThat(itinerary.afterStrike()).isEqualTo(WAIT);

    assertThat(itinerary.wakeNanos()).isEqualTo(400 * MS);
    assertThat(backOff(A)).isEqualTo(2);
    assertThat(missed(A)).isEqualTo(2);
  }

  @Test
  void aDeviceThatIsAwayWhenItsLastIntervalEndsMissesTheRest() {
    begin(fleet(RETRY, Optional.empty(), 0));
    for (long tick = 0; tick < 19; tick++) {
      tick(tick * 100);
    }
    itinerary.wake(1_900 * MS);
    end(1_901, Outcome.OK);
    assertThat(end(1_902, Outcome.status(503))).isEqualTo(LEAVE);
    assertBalanced();
  }

  @Test
  void offDutyADeviceClosesItsConnectionAndPlansNothing() {
    begin(fleet(Optional.empty(), DUTY, 0));
    tick(0);
    tick(100);

    assertThat(tick(200)).isEqualTo(WAIT);
    assertThat(itinerary.wakeNanos()).isEqualTo(330 * MS);
    assertThat(itinerary.wake(330 * MS)).isEqualTo(PART);
    assertThat(itinerary.wakeNanos()).isEqualTo(600 * MS);
    assertThat(tick(600)).isEqualTo(WAIT);
    assertThat(itinerary.wakeNanos()).isEqualTo(700 * MS);

    assertThat(record.summarise(A).planned()).isEqualTo(4);
    assertThat(missed(A)).isZero();
    assertThat(record.summarise(A).silenceNanos()).isEqualTo(129 * MS); // from 201 to 330
    assertBalanced();
  }

  @Test
  void aPollInFlightIsEndedBeforeTheDeviceLeaves() {
    begin(fleet(Optional.empty(), DUTY, 0));
    tick(0);
    tick(100);
    itinerary.wake(200 * MS);
    end(201, Outcome.OK);

    assertThat(end(450, Outcome.OK)).isEqualTo(WAIT);
    assertThat(itinerary.wakeNanos()).isLessThanOrEqualTo(450 * MS);
    assertThat(itinerary.wake(450 * MS)).isEqualTo(PART);
    assertThat(itinerary.wakeNanos()).isEqualTo(600 * MS);
    assertThat(missed(A)).isZero();
  }

  /** Off duty from 330 ms on. */
  @Test
  void theRestOfATickIsNotSentOffDuty() {
    begin(fleet(Optional.empty(), DUTY, 0));
    tick(0);
    tick(100);
    itinerary.wake(200 * MS);

    assertThat(end(330, Outcome.OK)).isEqualTo(WAIT);

    assertThat(itinerary.isPolling()).isFalse();
    assertThat(record.summarise(B).missed().byCause()).containsEntry(MissedCause.BUSY, 1L);
    assertThat(itinerary.wake(330 * MS)).isEqualTo(PART);
    assertThat(itinerary.wakeNanos()).isEqualTo(600 * MS);
    assertThat(tick(600)).isEqualTo(WAIT);
    assertThat(missed(A)).isZero();
    assertThat(missed(B)).isEqualTo(1);
    assertBalanced();
  }

  /** Its timer of 200 ms fires when it has been off duty for 20 ms. */
  @Test
  void aTickThatWouldBeginOffDutyIsMissedByTheGenerator() {
    begin(fleet(Optional.empty(), DUTY, 0));
    tick(0);
    tick(100);

    assertThat(itinerary.wake(350 * MS)).isEqualTo(WAIT);

    assertThat(record.summarise(A).missed().byCause()).containsEntry(MissedCause.GENERATOR, 1L);
    assertThat(itinerary.wake(350 * MS)).isEqualTo(PART);
    assertThat(tick(600)).isEqualTo(WAIT);
    assertBalanced();
  }

  /** Failed at 190 ms, away until 340; off duty from 330 to 600. */
  @Test
  void aBackOffThatEndsOffDutyMissesWhatCameDueBefore() {
    begin(fleet(RETRY, DUTY, 0));
    tick(0);
    itinerary.wake(100 * MS);

    assertThat(end(190, Outcome.status(503))).isEqualTo(WAIT);
    assertThat(itinerary.wakeNanos()).isEqualTo(330 * MS);
    assertThat(itinerary.wake(330 * MS)).isEqualTo(PART);
    assertThat(itinerary.wakeNanos()).isEqualTo(600 * MS);

    assertThat(backOff(A)).isEqualTo(1);
    assertThat(tick(600)).isEqualTo(WAIT);
    assertBalanced();
  }

  /** The last poll before the device leaves at 330 ms fails at 210: away until 360. */
  private void failLast() {
    begin(fleet(RETRY, DUTY, 0));
    tick(0);
    tick(100);
    itinerary.wake(200 * MS);
    end(210, Outcome.status(503));
  }

  /** Lets the device act whenever it must until it polls; returns when that is. */
  private long pollsAtMillis() {
    long nowNanos = itinerary.wakeNanos();
    while (itinerary.wake(nowNanos) != SEND) {
      nowNanos = Math.max(nowNanos, itinerary.wakeNanos());
    }
    return nowNanos / MS;
  }

  @Test
  void noSilenceLastsOffDutyThoughTheLastPollHasFailed() {
    failLast();

    assertThat(pollsAtMillis()).isEqualTo(600);
    end(601, Outcome.OK);
    end(602, Outcome.OK);

    assertThat(record.silence().nanos()).isEqualTo(228 * MS); // from 102 to 330
    assertThat(record.summarise(A).silenceNanos()).isEqualTo(229 * MS);
    assertThat(missed(A)).isZero();
    assertBalanced();
  }

  @Test
  void aDeviceOffDutyHoldsBackNoSecondOfTheFleetThoughItsLastPollHasFailed() {
    failLast();

    itinerary.wake(itinerary.wakeNanos());

    assertThat(fleetRecord.openSinceNanos()).hasValue(600 * MS);
  }

  /** Failed at 201 ms and away until 901, which is in the next duty, from 600 to 930. */
  @Test
  void aBackOffThatGoesOnInTheNextDutyIsASilenceFromThenOn() {
    begin(fleet(LONG_RETRY, DUTY, 0));
    tick(0);
    tick(100);
    itinerary.wake(200 * MS);
    end(201, Outcome.status(503));

    assertThat(pollsAtMillis()).isEqualTo(901);
    end(902, Outcome.OK);
    end(903, Outcome.OK);

    assertThat(itinerary.wakeNanos()).isEqualTo(930 * MS);
    assertThat(backOff(A)).isEqualTo(2); // those of 600 and 700
    assertThat(record.silence().nanos()).isEqualTo(302 * MS); // from 600 to 902
    assertBalanced();
  }

  private static StormSettings storms(long... millis) {
    return new StormSettings(
        LongStream.of(millis).mapToObj(Duration::ofMillis).toList(),
        Duration.ofMillis(300),
        Duration.ZERO);
  }

  @Test
  void aStormStrikesOnlyWhoIsOnDuty() {
    begin(FleetExamples.stormy(fleet(Optional.empty(), DUTY, 0), storms(350, 650)));
    tick(0);
    tick(100);
    tick(200);
    itinerary.wake(330 * MS);

    itinerary.strike(0, 350 * MS);
    assertThat(itinerary.afterStrike()).isEqualTo(WAIT);
    assertThat(itinerary.wakeNanos()).isEqualTo(600 * MS);
    assertThat(tick(600)).isEqualTo(WAIT);
    itinerary.strike(1, 650 * MS);
    assertThat(itinerary.afterStrike()).isEqualTo(WAIT);
    assertThat(itinerary.wakeNanos()).isEqualTo(930 * MS);

    assertThat(fleetRecord.storms()).extracting(StormSummary::devices).containsExactly(0L, 1L);
  }

  @Test
  void aDeviceThatIsAwayWhenItsLastDutyIsOverLeavesForGood() {
    DutySettings duty = new DutySettings(Duration.ofMillis(400), Duration.ofMillis(600));
    begin(fleet(LONG_RETRY, Optional.of(duty), 0));
    for (long tick = 0; tick < 4; tick++) {
      tick(tick * 100);
    }
    assertThat(itinerary.wake(400 * MS)).isEqualTo(PART);
    tick(1_000);
    tick(1_100);
    itinerary.wake(1_200 * MS);

    assertThat(end(1_201, Outcome.status(503))).isEqualTo(WAIT);
    assertThat(itinerary.wakeNanos()).isEqualTo(1_400 * MS);
    assertThat(itinerary.wake(1_400 * MS)).isEqualTo(LEAVE);

    assertThat(backOff(A)).isEqualTo(1);
    assertBalanced();
  }

  @Test
  void theWarmUpGoesOnUntilTheDeviceLeaves() {
    FleetSettings spread =
        FleetExamples.behaving(
            FleetExamples.warmedUp(
                FleetExamples.fleet(4, Duration.ofSeconds(2), Duration.ofMillis(100)),
                Duration.ofMillis(100)),
            new BehaviorSettings(Duration.ZERO, Optional.empty(), DUTY, Optional.empty()));
    record = new FleetRecorder(spread).device(3);
    itinerary =
        new Itinerary(new FleetSchedule(spread), 3, record, endpoint -> true, Admission.free());

    itinerary.begin();
    assertThat(itinerary.wakeNanos()).isEqualTo(75 * MS);
    assertThat(itinerary.wake(75 * MS)).isEqualTo(SEND);
    end(76, Outcome.OK);

    assertThat(itinerary.wakeNanos()).isEqualTo(175 * MS);
    assertThat(itinerary.wake(175 * MS)).isEqualTo(PART);
    assertThat(itinerary.wakeNanos()).isEqualTo(375 * MS);
  }
}
