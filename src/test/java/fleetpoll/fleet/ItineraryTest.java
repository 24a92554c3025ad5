package fleetpoll.fleet;

import static fleetpoll.fleet.Step.CONNECT;
import static fleetpoll.fleet.Step.LEAVE;
import static fleetpoll.fleet.Step.LOGIN;
import static fleetpoll.fleet.Step.SEND;
import static fleetpoll.fleet.Step.WAIT;
import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.http.Result;
import fleetpoll.record.DeviceRecorder;
import fleetpoll.record.EndpointSummary;
import fleetpoll.record.FleetRecorder;
import fleetpoll.record.Opening;
import fleetpoll.record.Openings;
import fleetpoll.record.Outcome;
import fleetpoll.record.Snapshot;
import fleetpoll.run.FleetExamples;
import fleetpoll.schedule.FleetSchedule;
import fleetpoll.schedule.MissedCause;
import fleetpoll.settings.FleetSettings;
import fleetpoll.settings.Share;
import fleetpoll.settings.StormSettings;
import fleetpoll.stall.StallRecorder;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * One device that is due every 100 ms for one second, on ticks 0 … 9, and polls A and B on each.
 */
class ItineraryTest {

  private static final long MS = 1_000_000;
  private static final int A = 0;
  private static final int B = 1;
  private static final FleetSettings FLEET =
      FleetExamples.withShares(
          FleetExamples.fleet(1, Duration.ofSeconds(1), Duration.ofMillis(100)),
          List.of(Share.EVERY_TICK, Share.EVERY_TICK));

  private FleetRecorder recorder;
  private DeviceRecorder record;
  private Itinerary itinerary;
  private Opening opening = Opening.NONE;

  private Step begin(FleetSettings fleet, boolean warmsUp) {
    record = new FleetRecorder(fleet).device(0);
    itinerary =
        new Itinerary(new FleetSchedule(fleet), 0, record, endpoint -> warmsUp, Admission.free());
    return itinerary.begin();
  }

  private Step endAt(long millis) {
    return end(millis, Outcome.OK);
  }

  private Step end(long millis, Outcome outcome) {
    long now = millis * MS;
    String message = outcome.isOk() ? null : "why";
    return itinerary.ended(
        new Result(outcome, message, 200, 100, 160, now - MS, now, opening, 0, true), now);
  }

  private long missed(int endpoint, MissedCause cause) {
    return record.summarise(endpoint).missed().byCause().getOrDefault(cause, 0L);
  }

  private void assertBalanced() {
    assertThat(record.isBalanced(A)).isTrue();
    assertThat(record.isBalanced(B)).isTrue();
  }

  @Test
  void ticksHaveNumbersAndThoseOfTheWarmUpEndBeforeTheFirst() {
    begin(FleetExamples.warmedUp(FLEET, Duration.ofMillis(200)), true);
    itinerary.wake(0);
    assertThat(itinerary.tick()).isEqualTo(-2);
    endAt(10);
    endAt(20);
    itinerary.wake(100 * MS);
    assertThat(itinerary.tick()).isEqualTo(-1);
    endAt(110);
    endAt(120);
    itinerary.wake(200 * MS);
    assertThat(itinerary.tick()).isZero();
  }

  @Test
  void aTickPollsItsEndpointsInTurnAndThenTheDeviceWaitsForTheNext() {
    assertThat(begin(FLEET, true)).isEqualTo(WAIT);
    assertThat(itinerary.wakeNanos()).isZero();

    assertThat(itinerary.wake(0)).isEqualTo(SEND);
    assertThat(itinerary.endpoint()).isEqualTo(A);
    assertThat(itinerary.isPolling()).isTrue();
    assertThat(endAt(10)).isEqualTo(SEND);
    assertThat(itinerary.endpoint()).isEqualTo(B);
    assertThat(endAt(20)).isEqualTo(WAIT);
    assertThat(itinerary.isPolling()).isFalse();
    assertThat(itinerary.wakeNanos()).isEqualTo(100 * MS);

    assertThat(itinerary.wake(100 * MS)).isEqualTo(SEND);
    assertThat(itinerary.endpoint()).isEqualTo(A);
    assertThat(endAt(110)).isEqualTo(SEND);
    assertThat(endAt(120)).isEqualTo(WAIT);
    assertThat(record.summarise(A).ok()).isEqualTo(2);
    assertThat(record.summarise(B).ok()).isEqualTo(2);
  }

  @Test
  void aTimerThatFiresEarlyHandsOutTheTickItWasSetFor() {
    begin(FLEET, true);
    itinerary.wake(0);
    endAt(1);
    endAt(2);

    assertThat(itinerary.wake(100 * MS - 1)).isEqualTo(SEND);
    endAt(101);
    assertThat(endAt(102)).isEqualTo(WAIT);
    assertThat(itinerary.wakeNanos()).isEqualTo(200 * MS);
  }

  @Test
  void ticksThatComeDueDuringAPollAreMissedAsBusy() {
    begin(FLEET, true);
    itinerary.wake(0);
    endAt(1);

    assertThat(endAt(350)).isEqualTo(WAIT);

    assertThat(missed(A, MissedCause.BUSY)).isEqualTo(3);
    assertThat(itinerary.wakeNanos()).isEqualTo(400 * MS);
    assertBalanced();
  }

  @Test
  void ticksThatATimerIsLateForAreMissedByTheGeneratorButTheLatest() {
    begin(FLEET, true);
    itinerary.wake(0);
    endAt(1);
    endAt(2);

    assertThat(itinerary.wake(320 * MS)).isEqualTo(SEND);
    endAt(330);
    endAt(340);

    assertThat(missed(A, MissedCause.GENERATOR)).isEqualTo(2);
    assertThat(record.summarise(A).lateness().count()).isEqualTo(2);
    assertBalanced();
  }

  @Test
  void afterItsLastTickADeviceLeaves() {
    begin(FLEET, true);
    itinerary.wake(0);
    endAt(1);

    assertThat(endAt(5_000)).isEqualTo(LEAVE);

    assertThat(record.summarise(A).planned()).isEqualTo(10);
    assertThat(missed(A, MissedCause.BUSY)).isEqualTo(9);
    assertBalanced();
  }

  @Test
  void whatIsPlannedWhenADeviceLeavesAndHasNoAnswerIsUnanswered() {
    begin(FLEET, true);
    itinerary.wake(0);
    endAt(1);
    end(150, Outcome.TIMEOUT);
    itinerary.interrupt(170 * MS);

    record.leave(170 * MS);

    assertThat(record.summarise(A).unanswered()).isEqualTo(1);
    assertThat(record.summarise(A).response().maxMicros()).isEqualTo(70_000);
    assertThat(record.summarise(B).unanswered()).isEqualTo(2);
    assertThat(record.summarise(B).response().maxMicros()).isEqualTo(170_000);
    assertThat(record.silence().nanos()).isEqualTo(169 * MS);
  }

  @Test
  void warmUpPollsAreInNoRecord() {
    assertThat(begin(FleetExamples.warmedUp(FLEET, Duration.ofMillis(200)), true)).isEqualTo(WAIT);

    assertThat(itinerary.wake(0)).isEqualTo(SEND);
    assertThat(itinerary.isMeasured()).isFalse();
    endAt(1);
    assertThat(endAt(2)).isEqualTo(WAIT);
    assertThat(itinerary.wakeNanos()).isEqualTo(100 * MS);
    itinerary.wake(100 * MS);
    endAt(101);
    assertThat(endAt(102)).isEqualTo(WAIT);

    assertThat(itinerary.isMeasured()).isTrue();
    assertThat(itinerary.wakeNanos()).isEqualTo(200 * MS);
    assertThat(record.summarise(A).planned()).isZero();
  }

  @Test
  void whatAWarmUpPollOpensIsCountedApart() {
    begin(FleetExamples.warmedUp(FLEET, Duration.ofMillis(100)), true);
    itinerary.wake(0);
    opening = new Opening(1, 0, 300_000, 1, 2 * MS);
    endAt(1);
    opening = Opening.NONE;
    endAt(2);
    itinerary.wake(100 * MS);
    opening = new Opening(1, 0, 500_000, 0, 0);
    endAt(102);

    EndpointSummary a = record.summarise(A);
    assertThat(a.warmUpOpenings()).isEqualTo(new Openings(1, 300_000, 300_000, 1, 2 * MS, 2 * MS));
    assertThat(a.openings()).isEqualTo(new Openings(1, 500_000, 500_000, 0, 0, 0));
    assertThat(a.bytes()).isEqualTo(100);
    assertThat(a.wireBytes()).isEqualTo(160);
    assertThat(record.summarise(B).warmUpOpenings().connections()).isZero();
  }

  @Test
  void aDeviceThatMustSendNothingInTheWarmUpConnects() {
    begin(FleetExamples.warmedUp(FLEET, Duration.ofMillis(200)), false);

    assertThat(itinerary.wake(0)).isEqualTo(CONNECT);
    assertThat(itinerary.isPolling()).isTrue();
    opening = new Opening(1, 0, 300_000, 0, 0);
    assertThat(endAt(1)).isEqualTo(WAIT);
    assertThat(itinerary.isPolling()).isFalse();
    assertThat(itinerary.wakeNanos()).isEqualTo(100 * MS);
    opening = Opening.NONE;
    assertThat(itinerary.wake(100 * MS)).isEqualTo(CONNECT);
    assertThat(endAt(101)).isEqualTo(WAIT);

    assertThat(itinerary.wake(200 * MS)).isEqualTo(SEND);
    assertThat(record.summarise(A).warmUpOpenings().connections()).isEqualTo(1);
    assertThat(record.summarise(A).planned()).isEqualTo(1);
    assertThat(record.summarise(A).ok()).isZero();
  }

  @Test
  void aTickThatSendsOneEndpointInTheWarmUpDoesNotAlsoConnect() {
    record = new FleetRecorder(FLEET).device(0);
    FleetSettings fleet = FleetExamples.warmedUp(FLEET, Duration.ofMillis(200));
    itinerary =
        new Itinerary(
            new FleetSchedule(fleet), 0, record, endpoint -> endpoint == B, Admission.free());
    itinerary.begin();

    assertThat(itinerary.wake(0)).isEqualTo(SEND);
    assertThat(itinerary.endpoint()).isEqualTo(B);
    assertThat(endAt(1)).isEqualTo(WAIT);
  }

  @Test
  void aWarmUpThatIsLateEndsWhereTheWindowBegins() {
    begin(FleetExamples.warmedUp(FLEET, Duration.ofMillis(200)), true);
    itinerary.wake(0);
    endAt(1);

    assertThat(endAt(450)).isEqualTo(WAIT);

    assertThat(itinerary.isMeasured()).isTrue();
    assertThat(missed(A, MissedCause.BUSY)).isEqualTo(3);
    assertThat(itinerary.wakeNanos()).isEqualTo(500 * MS);
    assertBalanced();
  }

  /** Ticks from 200 ms on; the generator was not there before 450 ms. */
  @Test
  void whatCameDueBeforeADeviceBeganIsMissedByTheGenerator() {
    begin(FleetExamples.warmedUp(FLEET, Duration.ofMillis(200)), true);

    assertThat(itinerary.wake(450 * MS)).isEqualTo(SEND);
    assertThat(itinerary.isMeasured()).isFalse();
    endAt(451);
    assertThat(endAt(550)).isEqualTo(WAIT);

    assertThat(missed(A, MissedCause.GENERATOR)).isEqualTo(3);
    assertThat(missed(A, MissedCause.BUSY)).isEqualTo(1);
    assertThat(itinerary.wakeNanos()).isEqualTo(600 * MS);
    assertBalanced();
  }

  private static FleetSettings stormy(int atMillis, int backOffMillis) {
    return FleetExamples.stormy(
        FLEET,
        new StormSettings(
            List.of(Duration.ofMillis(atMillis)), Duration.ofMillis(backOffMillis), Duration.ZERO));
  }

  @Test
  void anIdleDeviceStaysAwayForItsBackOffAndComesBackWithTheLatestPoll() {
    begin(stormy(50, 300), true);
    itinerary.wake(0);
    endAt(1);
    endAt(2);

    itinerary.strike(0, 50 * MS);
    assertThat(itinerary.afterStrike()).isEqualTo(WAIT);
    assertThat(itinerary.wakeNanos()).isEqualTo(350 * MS);
    assertThat(itinerary.wake(350 * MS)).isEqualTo(SEND);
    endAt(360);
    endAt(361);

    assertThat(missed(A, MissedCause.BACK_OFF)).isEqualTo(2);
    assertThat(record.summarise(A).ok()).isEqualTo(2);
    assertThat(record.summarise(A).lateness().maxMicros()).isLessThanOrEqualTo(9_000);
    assertBalanced();
  }

  @Test
  void aDeviceThatNothingBecameDueForWaitsForItsNextTick() {
    begin(stormy(10, 20), true);
    itinerary.wake(0);
    endAt(1);
    endAt(2);

    itinerary.strike(0, 10 * MS);

    assertThat(itinerary.afterStrike()).isEqualTo(WAIT);
    assertThat(itinerary.wakeNanos()).isEqualTo(100 * MS);
    assertThat(itinerary.wake(100 * MS)).isEqualTo(WAIT);
    assertThat(itinerary.wake(itinerary.wakeNanos())).isEqualTo(SEND);
    endAt(101);
    endAt(102);
    assertThat(missed(A, MissedCause.BACK_OFF)).isZero();
    assertBalanced();
  }

  @Test
  void aPollThatAStormCutsIsFollowedByMissesOfTheSameTick() {
    begin(stormy(5, 300), true);
    itinerary.wake(0);

    itinerary.strike(0, 5 * MS);
    assertThat(itinerary.isPolling()).isTrue();
    assertThat(end(5, Outcome.DROPPED)).isEqualTo(WAIT);

    assertThat(record.summarise(A).ko()).isEqualTo(1);
    assertThat(missed(B, MissedCause.BACK_OFF)).isEqualTo(1);
    assertThat(itinerary.wakeNanos()).isEqualTo(305 * MS);
  }

  @Test
  void aBackOffBeyondTheRunEndsWithIt() {
    begin(stormy(50, 60_000), true);
    itinerary.wake(0);
    endAt(1);
    endAt(2);

    itinerary.strike(0, 50 * MS);
    itinerary.afterStrike();
    assertThat(itinerary.wakeNanos()).isEqualTo(1_000 * MS);
    assertThat(itinerary.wake(1_000 * MS)).isEqualTo(LEAVE);

    assertThat(missed(A, MissedCause.BACK_OFF)).isEqualTo(9);
    assertBalanced();
  }

  @Test
  void anInterruptedDeviceThatWaitsLeavesAtOnce() {
    begin(FLEET, true);

    assertThat(itinerary.interrupt(0)).isEqualTo(LEAVE);

    assertThat(record.summarise(A).planned()).isZero();
  }

  @Test
  void anInterruptedDeviceThatPollsMissesTheRestOfItsTick() {
    begin(FLEET, true);
    itinerary.wake(0);

    itinerary.interrupt(5 * MS);
    assertThat(end(5, Outcome.INTERRUPTED)).isEqualTo(LEAVE);

    assertThat(record.errors(A)).extracting("reason").isEqualTo(List.of("interrupted"));
    assertThat(missed(B, MissedCause.BUSY)).isEqualTo(1);
    assertBalanced();
  }

  @Test
  void anInterruptedDeviceThatIsAwayHasMissedWhatCameDue() {
    begin(stormy(50, 60_000), true);
    itinerary.wake(0);
    endAt(1);
    endAt(2);
    itinerary.strike(0, 50 * MS);
    itinerary.afterStrike();

    assertThat(itinerary.interrupt(250 * MS)).isEqualTo(LEAVE);

    assertThat(missed(A, MissedCause.BACK_OFF)).isEqualTo(2);
    assertThat(record.summarise(A).planned()).isEqualTo(3);
    assertBalanced();
  }

  @Test
  void aCheckpointContainsWhatADeviceThatIsAwayHasMissedForCertain() {
    begin(stormy(50, 300), true);
    itinerary.wake(0);
    endAt(1);
    endAt(2);
    itinerary.strike(0, 50 * MS);
    itinerary.afterStrike();

    EndpointSummary copied = Snapshot.of(record, 320 * MS, 0, 1).settle().summarise(A);

    assertThat(copied.planned()).as("ticks 0 … 2, but not 3, which may be sent").isEqualTo(3);
    assertThat(copied.missed().byCause().get(MissedCause.BACK_OFF)).isEqualTo(2);
    assertThat(copied.unanswered()).isEqualTo(2);
    assertThat(itinerary.wake(350 * MS)).isEqualTo(SEND);
    endAt(360);
    endAt(361);
    assertThat(missed(A, MissedCause.BACK_OFF)).isEqualTo(2);
    assertThat(record.summarise(A).ok()).isEqualTo(2);
    assertBalanced();
  }

  @Test
  void aCheckpointPlansNothingForADeviceThatIsBack() {
    begin(stormy(50, 100), true);
    itinerary.wake(0);
    endAt(1);
    endAt(2);
    itinerary.strike(0, 50 * MS);
    itinerary.afterStrike();
    itinerary.wake(150 * MS);
    endAt(151);
    endAt(152);

    assertThat(Snapshot.of(record, 320 * MS, 0, 1).ticks()).isEqualTo(2);
  }

  @Test
  void aCheckpointPlansNothingForADeviceThatHasLeft() {
    begin(stormy(50, 60_000), true);
    itinerary.wake(0);
    endAt(1);
    endAt(2);
    itinerary.strike(0, 50 * MS);
    itinerary.afterStrike();
    itinerary.interrupt(160 * MS);
    record.leave(160 * MS);

    assertThat(Snapshot.of(record, 320 * MS, 0, 1).ticks()).isEqualTo(2);
  }

  private StallRecorder beginOnAnEventLoop(FleetSettings settings) {
    FleetRecorder fleet = new FleetRecorder(settings);
    StallRecorder loop = fleet.eventLoop();
    record = fleet.device(0);
    record.livesOn(loop);
    itinerary =
        new Itinerary(new FleetSchedule(settings), 0, record, endpoint -> true, Admission.free());
    itinerary.begin();
    itinerary.wake(0);
    endAt(5);
    return loop;
  }

  /** Idle from 6 ms on; the loop stood still from 150 ms on, and the timer of 100 ms was late. */
  @Test
  void aTickThatCameDueInAStallIsMissedByTheGeneratorThoughTheDeviceWasIdle() {
    StallRecorder loop = beginOnAnEventLoop(FLEET);
    endAt(6);
    loop.begin(140 * MS);

    loop.awake(320 * MS);
    assertThat(itinerary.wake(320 * MS)).isEqualTo(WAIT);

    assertThat(itinerary.isPolling()).isFalse();
    assertThat(itinerary.wakeNanos()).isEqualTo(400 * MS);
    assertThat(missed(A, MissedCause.GENERATOR)).isEqualTo(3);
    assertThat(missed(B, MissedCause.GENERATOR)).isEqualTo(3);
    loop.beat(321 * MS);
    assertThat(itinerary.wake(400 * MS)).isEqualTo(SEND);
    endAt(401);
    endAt(402);
    assertBalanced();
  }

  /** The loop stood still from 290 to 319 ms, as long as a garbage collector may take. */
  @Test
  void aTickThatAShortStallMakesAFewMillisecondsLateIsSent() {
    StallRecorder loop = beginOnAnEventLoop(FLEET);
    endAt(6);
    itinerary.wake(100 * MS);
    endAt(101);
    endAt(102);
    itinerary.wake(200 * MS);
    endAt(201);
    endAt(202);
    loop.begin(280 * MS);

    loop.awake(319 * MS);
    assertThat(itinerary.wake(319 * MS)).isEqualTo(SEND);
  }

  @Test
  void aTickThatCameDueBeforeAStallIsSentThoughLate() {
    StallRecorder loop = beginOnAnEventLoop(FLEET);
    endAt(6);
    loop.begin(91 * MS);

    loop.awake(130 * MS);
    assertThat(itinerary.wake(130 * MS)).isEqualTo(SEND);
  }

  /** Back from 350 ms on with tick 3, which came due before the stall from 340 to 380 ms. */
  @Test
  void aReturnThatCameDueInAStallIsMissedByTheGenerator() {
    StallRecorder loop = beginOnAnEventLoop(stormy(50, 300));
    endAt(6);
    itinerary.strike(0, 50 * MS);
    itinerary.afterStrike();
    loop.begin(330 * MS);

    loop.awake(380 * MS);
    assertThat(itinerary.wake(380 * MS)).isEqualTo(WAIT);

    assertThat(itinerary.wakeNanos()).isEqualTo(400 * MS);
    assertThat(missed(A, MissedCause.GENERATOR)).isEqualTo(1);
    assertThat(missed(A, MissedCause.BACK_OFF)).isEqualTo(2);
  }

  /** Idle from 6 ms on; after a stall from 50 to 650 ms the interruption comes before the timer. */
  @Test
  void ticksThatCameDueInAStallBeforeAnInterruptionAreMissedByTheGenerator() {
    StallRecorder loop = beginOnAnEventLoop(FLEET);
    endAt(6);
    loop.begin(40 * MS);
    loop.awake(650 * MS);

    assertThat(itinerary.interrupt(650 * MS)).isEqualTo(LEAVE);

    assertThat(record.summarise(A).planned()).isEqualTo(7);
    assertThat(missed(A, MissedCause.GENERATOR)).isEqualTo(6);
    assertThat(missed(A, MissedCause.BUSY)).isZero();
    assertBalanced();
  }

  /** Tick 2 is 15 ms late by a stall, and would have been sent. */
  @Test
  void aTickThatWouldStillBeSentAfterAStallIsNotPlannedIfAnInterruptionComesFirst() {
    StallRecorder loop = beginOnAnEventLoop(FLEET);
    endAt(6);
    itinerary.wake(100 * MS);
    endAt(101);
    endAt(102);
    loop.begin(180 * MS);
    loop.awake(215 * MS);

    itinerary.interrupt(215 * MS);

    assertThat(record.summarise(A).planned()).isEqualTo(2);
  }

  /** The timer of 100 ms was late already when the stall from 105 to 125 ms began. */
  @Test
  void aTickThatCameDueBeforeAStallIsNoMissOfAnInterruptedDevice() {
    StallRecorder loop = beginOnAnEventLoop(FLEET);
    endAt(6);
    loop.begin(95 * MS);
    loop.awake(125 * MS);

    itinerary.interrupt(125 * MS);

    assertThat(record.summarise(A).planned()).isEqualTo(1);
  }

  /** Sent at 0, answered at 350 ms; the loop stood still from 110 ms on. */
  @Test
  void ticksThatCameDueInAStallAreMissedByTheGeneratorThoughTheDeviceWasBusy() {
    StallRecorder loop = beginOnAnEventLoop(FLEET);
    loop.begin(100 * MS);

    loop.awake(350 * MS);
    assertThat(endAt(350)).isEqualTo(WAIT);

    assertThat(missed(A, MissedCause.BUSY)).isEqualTo(1);
    assertThat(missed(A, MissedCause.GENERATOR)).isEqualTo(2);
    assertThat(missed(B, MissedCause.GENERATOR)).isEqualTo(2);
    assertBalanced();
  }

  private Step beginWithLogin(FleetSettings fleet, boolean warmsUp) {
    recorder = new FleetRecorder(fleet);
    record = recorder.device(0);
    itinerary =
        new Itinerary(
            new FleetSchedule(fleet),
            0,
            record,
            endpoint -> warmsUp,
            Admission.byLogin(status -> status == 401));
    return itinerary.begin();
  }

  private Step loginEnds(boolean isOk, long millis) {
    Outcome outcome = isOk ? Outcome.OK : Outcome.status(503);
    long now = millis * MS;
    return itinerary.loginEnded(
        new Result(outcome, null, 200, 0, 60, now - MS, now, opening, 0, true), now);
  }

  private Step refusedAt(long millis) {
    long now = millis * MS;
    return itinerary.ended(
        new Result(Outcome.status(401), "why", 401, 0, 60, now - MS, now, opening, 0, true), now);
  }

  @Test
  void aDeviceLogsInOnceBeforeItsFirstPoll() {
    beginWithLogin(FLEET, true);

    assertThat(itinerary.wake(0)).isEqualTo(LOGIN);
    assertThat(itinerary.isPolling()).isTrue();
    assertThat(itinerary.isLoggingIn()).isTrue();
    assertThat(loginEnds(true, 5)).isEqualTo(SEND);
    assertThat(itinerary.isLoggingIn()).isFalse();
    assertThat(itinerary.endpoint()).isEqualTo(A);
    endAt(10);
    assertThat(endAt(20)).isEqualTo(WAIT);

    assertThat(itinerary.wake(100 * MS)).isEqualTo(SEND);
    assertThat(record.summarise(A).sent()).isEqualTo(1);
    assertThat(record.summarise(A).lateness().maxMicros()).isLessThanOrEqualTo(4_000);
  }

  @Test
  void inAWarmUpItLogsInBeforeThePollsOfTheWarmUp() {
    FleetSettings fleet = FleetExamples.warmedUp(FLEET, Duration.ofMillis(200));
    beginWithLogin(fleet, false);

    assertThat(itinerary.wake(0)).isEqualTo(LOGIN);
    assertThat(itinerary.isMeasured()).isFalse();
    assertThat(loginEnds(true, 5)).isEqualTo(WAIT);
    assertThat(itinerary.wake(100 * MS)).isEqualTo(CONNECT);
    endAt(101);
    assertThat(itinerary.wake(200 * MS)).isEqualTo(SEND);
    assertThat(itinerary.isMeasured()).isTrue();
  }

  @Test
  void whatALoginOpensIsTheFirstEndpoints() {
    FleetSettings fleet = FleetExamples.warmedUp(FLEET, Duration.ofMillis(100));
    beginWithLogin(fleet, false);
    itinerary.wake(0);
    opening = new Opening(1, 0, 300_000, 1, 2 * MS);
    loginEnds(true, 5);
    opening = Opening.NONE;
    itinerary.wake(100 * MS);
    refusedAt(101);
    opening = new Opening(1, 0, 400_000, 1, 3 * MS);
    loginEnds(false, 105);

    EndpointSummary first = record.summarise(A);
    assertThat(first.warmUpOpenings())
        .isEqualTo(new Openings(1, 300_000, 300_000, 1, 2 * MS, 2 * MS));
    assertThat(first.openings()).isEqualTo(new Openings(1, 400_000, 400_000, 1, 3 * MS, 3 * MS));
    assertThat(recorder.handshakes().warmUp().count()).isEqualTo(1);
    assertThat(recorder.handshakes().window().count()).isEqualTo(1);
    assertThat(first.sent()).isEqualTo(1);
    assertThat(record.summarise(B).openings()).isEqualTo(Openings.NONE);
    assertBalanced();
  }

  @Test
  void aDeviceWhoseLoginFailsMissesTheTickAndTriesAgainAtTheNext() {
    beginWithLogin(FLEET, true);
    itinerary.wake(0);

    assertThat(loginEnds(false, 5)).isEqualTo(WAIT);

    assertThat(missed(A, MissedCause.LOGIN)).isEqualTo(1);
    assertThat(missed(B, MissedCause.LOGIN)).isEqualTo(1);
    assertThat(itinerary.wakeNanos()).isEqualTo(100 * MS);
    assertThat(itinerary.wake(100 * MS)).isEqualTo(LOGIN);
    assertThat(loginEnds(true, 105)).isEqualTo(SEND);
  }

  @Test
  void eachAnswerThatSaysSoMakesItLogInAgainAtOnce() {
    beginWithLogin(FLEET, true);
    itinerary.wake(0);
    loginEnds(true, 1);

    assertThat(refusedAt(2)).isEqualTo(LOGIN);
    assertThat(loginEnds(true, 3)).isEqualTo(SEND);
    assertThat(itinerary.endpoint()).isEqualTo(B);
    assertThat(refusedAt(4)).isEqualTo(LOGIN);
    assertThat(loginEnds(true, 5)).isEqualTo(WAIT);

    assertThat(record.summarise(A).ko()).isEqualTo(1);
    assertThat(record.summarise(B).ko()).isEqualTo(1);
    assertThat(missed(B, MissedCause.LOGIN)).isZero();
    assertBalanced();
  }

  @Test
  void aStormDuringALoginLetsItLogInAfterItsBackOff() {
    beginWithLogin(stormy(50, 300), true);
    itinerary.wake(0);
    itinerary.strike(0, 50 * MS);

    assertThat(loginEnds(false, 50)).isEqualTo(WAIT);

    assertThat(missed(A, MissedCause.LOGIN)).isZero();
    assertThat(missed(A, MissedCause.BACK_OFF)).isPositive();
    assertThat(itinerary.wake(itinerary.wakeNanos())).isEqualTo(LOGIN);
  }

  @Test
  void anInterruptedLoginLetsTheDeviceLeave() {
    beginWithLogin(FLEET, true);
    itinerary.wake(0);
    itinerary.interrupt(5 * MS);

    assertThat(loginEnds(false, 5)).isEqualTo(LEAVE);

    assertThat(missed(A, MissedCause.BUSY)).isEqualTo(1);
    assertBalanced();
  }

  @Test
  void aDeviceThatLacksWhatItsRequestsContainNeverPolls() {
    record = new FleetRecorder(FLEET).device(0);
    itinerary =
        new Itinerary(new FleetSchedule(FLEET), 0, record, endpoint -> true, Admission.never());
    itinerary.begin();

    for (long tick = 0; tick < 9; tick++) {
      assertThat(itinerary.wake(tick * 100 * MS)).isEqualTo(WAIT);
    }

    assertThat(itinerary.wake(900 * MS)).isEqualTo(LEAVE);
    assertThat(missed(A, MissedCause.LOGIN)).isEqualTo(10);
    assertBalanced();
  }
}
