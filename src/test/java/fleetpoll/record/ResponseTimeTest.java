package fleetpoll.record;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.run.FleetExamples;
import fleetpoll.schedule.MissedCause;
import fleetpoll.settings.Phase;
import fleetpoll.settings.Share;
import fleetpoll.stall.StallRecorder;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Response times and silences of two devices that are due every 500 ms for 10 s, on ticks 0 … 19,
 * the second 250 ms after the first. They poll A on each tick and B on each tick.
 */
class ResponseTimeTest {

  private static final long MILLI = 1_000_000;
  private static final int A = 0;
  private static final int B = 1;

  private final FleetRecorder fleet =
      new FleetRecorder(
          FleetExamples.withShares(
              FleetExamples.fleet(2, Duration.ofSeconds(10), Duration.ofMillis(500)),
              List.of(Share.EVERY_TICK, Share.EVERY_TICK)));
  private final DeviceRecorder device = fleet.device(0);

  @Test
  void aPollThatSucceedsAtOnceIsAnsweredByItself() {
    poll(A, 3, 20, 35, Outcome.OK);

    LatencySummary response = leave(device, 2_000).response();
    assertThat(response.minMicros()).isEqualTo(35_000);
    assertThat(response.count()).isEqualTo(4);
  }

  @Test
  void missedAndFailedPollsAreAnsweredByTheNextSuccess() {
    poll(A, 0, 0, 400, Outcome.TIMEOUT);
    device.cursor().skipBusy(500 * MILLI);
    device.missed(A, 1, MissedCause.BUSY);
    poll(A, 2, 0, 10, Outcome.OK);

    LatencySummary response = leave(device, 1_200).response();
    assertThat(response.count()).isEqualTo(3);
    assertThat(response.minMicros()).isEqualTo(10_000);
    assertThat(response.meanMicros()).isEqualTo((10_000 + 510_000 + 1_010_000) / 3.0);
    assertThat(response.maxMicros()).isEqualTo(1_010_000);
    assertThat(device.summarise(A).unanswered()).isZero();
  }

  @Test
  void aSuccessThatWasSentBeforeAPollWasDueDoesNotAnswerIt() {
    poll(A, 0, 0, 1_700, Outcome.OK);
    device.cursor().skipBusy(1_700 * MILLI);

    assertThat(device.summarise(A).response().count()).isEqualTo(1);
    assertThat(device.summarise(A).response().maxMicros()).isEqualTo(1_700_000);

    poll(A, 4, 0, 10, Outcome.OK);

    LatencySummary response = leave(device, 2_100).response();
    assertThat(response.count()).isEqualTo(5);
    assertThat(response.minMicros()).isEqualTo(10_000);
    assertThat(response.p50Micros()).isBetween(1_010_000L, 1_020_000L);
  }

  @Test
  void aSuccessThatWasSentLateAlsoAnswersWhatWasDueByThen() {
    poll(B, 0, 1_000, 1_200, Outcome.OK);
    device.cursor().skipBusy(1_200 * MILLI);

    EndpointSummary b = device.summarise(B);
    assertThat(b.response().count()).isEqualTo(b.planned()).isEqualTo(3);
    assertThat(b.response().minMicros()).isEqualTo(200_000);
    assertThat(b.response().maxMicros()).isEqualTo(1_200_000);
  }

  @Test
  void aTimerThatFiredEarlyAnswersItsOwnTickAllTheSame() {
    poll(A, 0, 0, 1, Outcome.OK);
    poll(A, 1, -2, -1, Outcome.OK);

    assertThat(device.summarise(A).response().count()).isEqualTo(2);
    assertThat(device.summarise(A).response().minMicros()).isZero();
  }

  @Test
  void whatNoSuccessFollowsHasWaitedUntilTheDeviceLeft() {
    poll(A, 0, 0, 10, Outcome.OK);
    poll(A, 1, 0, 5, Outcome.REFUSED);
    device.cursor().skipBusy(1_000 * MILLI);

    EndpointSummary a = leave(device, 1_250);

    assertThat(a.unanswered()).isEqualTo(2);
    assertThat(a.response().count()).isEqualTo(a.planned()).isEqualTo(3);
    assertThat(a.response().p50Micros()).isBetween(250_000L, 252_500L);
    assertThat(a.response().maxMicros()).isEqualTo(750_000);
    assertThat(a.service().count()).isEqualTo(1);
    device.leave(9_000 * MILLI);
    assertThat(device.summarise(A)).isEqualTo(a);
  }

  @Test
  void theFleetsResponseIsThatOfAllItsPlannedPolls() {
    poll(A, 0, 0, 10, Outcome.OK);
    fleet.device(1).cursor().skipBusy(9_750 * MILLI);
    leave(device, 10_000);
    leave(fleet.device(1), 10_000);

    EndpointSummary a = fleet.totals().get(A);
    assertThat(a.planned()).isEqualTo(21);
    assertThat(a.unanswered()).isEqualTo(20);
    assertThat(a.response().count()).isEqualTo(21);
    assertThat(a.silenceNanos()).isEqualTo(9_990 * MILLI);
    assertThat(device.histograms(A).get(1).getTotalCount()).isEqualTo(1);
  }

  @Test
  void aSilenceLastsFromTheFirstDueFromSuccessToSuccessAndUntilTheDeviceLeaves() {
    DeviceRecorder second = fleet.device(1);
    second.cursor().skipBusy(second.dueNanos(19));
    second.record(poll(second, A, 2, 0, 40, Outcome.OK));
    assertThat(second.silence())
        .isEqualTo(new SilenceSummary(second.dueNanos(0), 1_040 * MILLI, 0));

    second.record(poll(second, A, 5, 0, 50, Outcome.OK));
    second.record(poll(second, B, 7, 0, 30, Outcome.OK));
    second.record(poll(second, A, 8, 0, 20, Outcome.RESET));
    leave(second, 5_280);

    assertThat(second.summarise(A).silenceNanos()).isEqualTo(2_480 * MILLI);
    assertThat(second.summarise(B).silenceNanos()).isEqualTo(3_530 * MILLI);
    assertThat(second.silence())
        .isEqualTo(new SilenceSummary(second.dueNanos(2) + 40 * MILLI, 1_510 * MILLI, 0));
  }

  /** The generator misses ticks 1, 2 and 4; the server fails on tick 3; tick 5 succeeds. */
  @Test
  void theGeneratorHoldsADeviceBackFromWhatItMissesUntilTheNextPollIsDue() {
    poll(A, 0, 0, 10, Outcome.OK);
    missedByGenerator(1);
    missedByGenerator(2);
    poll(A, 3, 0, 10, Outcome.RESET);
    missedByGenerator(4);
    poll(A, 5, 0, 10, Outcome.OK);
    missedByGenerator(6);
    device.cursor().skipBusy(device.dueNanos(8));
    poll(A, 9, 0, 10, Outcome.OK);

    assertThat(leave(device, 5_100).heldBackNanos()).isEqualTo(1_500 * MILLI);
    assertThat(device.silence())
        .isEqualTo(new SilenceSummary(10 * MILLI, 2_500 * MILLI, 1_500 * MILLI));
    assertThat(fleet.totals().get(A).heldBackNanos()).isEqualTo(1_500 * MILLI);
    assertThat(fleet.totals().get(B).heldBackNanos()).isZero();
  }

  /** Only after a success it turns out what was missed while that poll was in flight. */
  @Test
  void aSilenceContainsOnlyHowLongADeviceWasHeldBackWithinIt() {
    poll(A, 0, 0, 1_600, Outcome.OK);
    missedByGenerator(1);
    missedByGenerator(2);
    missedByGenerator(3);
    poll(A, 4, 0, 10, Outcome.RESET);
    device.cursor().skipBusy(device.dueNanos(7));
    poll(A, 8, 0, 10, Outcome.OK);
    leave(device, 4_100);

    assertThat(device.silence())
        .isEqualTo(new SilenceSummary(1_600 * MILLI, 2_410 * MILLI, 400 * MILLI));
  }

  private void missedByGenerator(long tick) {
    device.cursor().take(device.dueNanos(tick));
    device.missed(A, tick, MissedCause.GENERATOR);
  }

  @Test
  void whoHadNothingPlannedWasNotSilent() {
    assertThat(leave(fleet.device(1), 9_000).silenceNanos()).isZero();
    assertThat(fleet.device(1).silence().nanos()).isZero();
    assertThat(fleet.device(1).summarise(A).unanswered()).isZero();
  }

  /** The generator stood still from 520 to 560 ms. */
  @Test
  void pollsWhoseTimeContainsAStallAreCountedByEndpoint() {
    StallRecorder loop = fleet.eventLoop();
    loop.begin(510 * MILLI);
    loop.beat(560 * MILLI);
    fleet.devices().forEach(each -> each.livesOn(loop));

    poll(A, 1, 1, 20, Outcome.OK);
    device.record(poll(device, B, 1, 20, 21, Outcome.OK));
    poll(A, 2, 1, 20, Outcome.OK);
    fleet.device(1).record(poll(fleet.device(1), B, 0, 1, 300, Outcome.TIMEOUT));
    fleet.device(1).record(poll(fleet.device(1), B, 1, 1, 20, Outcome.OK));

    assertThat(fleet.totals()).extracting(EndpointSummary::stalled).containsExactly(0L, 2L);
    assertThat(device.summarise(B).stalled()).isEqualTo(1);
  }

  /** A server refuses all polls for an hour, and then again for the last half of the third. */
  @Test
  void whatWaitsForHoursIsRecordedTogetherAsOneByOne() {
    FleetRecorder hours =
        new FleetRecorder(
            FleetExamples.fleet(1, Duration.ofHours(3), Duration.ofMillis(500), Phase.TOGETHER));
    DeviceRecorder only = hours.device(0);
    LatencyRecorder expected = new LatencyRecorder();
    for (long tick = 0; tick < 21_600; tick++) {
      boolean isOk = tick >= 7_200 && tick < 18_000;
      only.cursor().take(only.dueNanos(tick));
      only.record(poll(only, A, tick, 0, 20, isOk ? Outcome.OK : Outcome.REFUSED));
      long answerNanos = isOk ? only.dueNanos(tick) : only.dueNanos(tick < 7_200 ? 7_200 : 21_600);
      expected.record((answerNanos - only.dueNanos(tick)) / 1_000 + (tick < 18_000 ? 20_000 : 0));
      hours.settle(only.dueNanos(tick));
    }
    only.leave(only.dueNanos(21_600));

    EndpointSummary a = only.summarise(A);
    assertThat(a.response()).isEqualTo(expected.summarise());
    assertThat(a.unanswered()).isEqualTo(3_600);
    assertThat(only.histograms(A).get(1)).isEqualTo(expected.histogram());
    assertThat(hours.progress().get(A).answered()).isEqualTo(18_000);
    List<SecondSummary> seconds =
        hours.timeline().summarise().stream().filter(each -> each.endpoint() == A).toList();
    assertThat(seconds).hasSize(10_800);
    for (SecondSummary each : seconds) {
      boolean isSettledEarly = each.second() < 3_500;
      boolean isAnswered = each.second() > 3_560 && each.second() < 9_000;
      assertThat(each.response().count()).isEqualTo(each.planned());
      assertThat(each.unanswered())
          .isBetween(isSettledEarly || each.second() >= 9_000 ? 2L : 0, isAnswered ? 0L : 2);
    }
  }

  private void poll(int endpoint, long tick, long sentMillis, long endMillis, Outcome outcome) {
    device.cursor().skipBusy(device.dueNanos(tick) - 1);
    device.cursor().take(device.dueNanos(tick));
    device.record(poll(device, endpoint, tick, sentMillis, endMillis, outcome));
  }

  /** Instants since the tick's due. */
  private static Poll poll(
      DeviceRecorder of, int endpoint, long tick, long sent, long end, Outcome outcome) {
    long due = of.dueNanos(tick);
    return new Poll(
        endpoint,
        due,
        due,
        due + sent * MILLI,
        due + end * MILLI,
        100,
        160,
        Opening.NONE,
        outcome,
        outcome.isOk() ? null : "why");
  }

  private static EndpointSummary leave(DeviceRecorder device, long millis) {
    device.leave(millis * MILLI);
    return device.summarise(A);
  }
}
