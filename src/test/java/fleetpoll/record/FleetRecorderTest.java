package fleetpoll.record;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.run.FleetExamples;
import fleetpoll.schedule.MissedCause;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class FleetRecorderTest {

  private static final long MILLI = 1_000_000;

  private final FleetRecorder fleet =
      new FleetRecorder(FleetExamples.fleet(1, Duration.ofSeconds(10), Duration.ofMillis(500)));
  private final DeviceRecorder device = fleet.device(0);

  @Test
  void serviceResponseAndLatenessAreKeptApart() {
    long due = device.dueNanos(device.cursor().take(0));

    device.record(
        new Poll(
            0,
            due,
            due,
            due + 2 * MILLI,
            due + 9 * MILLI,
            100,
            160,
            Opening.NONE,
            Outcome.OK,
            null));

    EndpointSummary a = device.summarise(0);
    assertThat(a.service().maxMicros()).isEqualTo(7_000);
    assertThat(a.response().maxMicros()).isEqualTo(9_000);
    assertThat(a.lateness().maxMicros()).isEqualTo(2_000);
  }

  @Test
  void aPollBehindAnotherOfItsTickIsNotTheGeneratorsFault() {
    long due = device.dueNanos(9);
    long ready = due + 40 * MILLI;

    device.record(
        new Poll(
            1,
            due,
            ready,
            ready + MILLI,
            ready + 3 * MILLI,
            1,
            61,
            Opening.NONE,
            Outcome.OK,
            null));

    EndpointSummary b = device.summarise(1);
    assertThat(b.lateness().maxMicros()).isEqualTo(1_000);
    assertThat(b.response().maxMicros()).isEqualTo(43_000);
  }

  @Test
  void failuresHaveReasonsButNoTimes() {
    for (int tick = 0; tick < 3; tick++) {
      long due = device.dueNanos(device.cursor().take(device.cursor().nextDueNanos()));
      String message = "m" + tick + "x".repeat(500);
      device.record(
          new Poll(
              0, due, due, due, due + MILLI, 0, 60, Opening.NONE, Outcome.status(503), message));
    }

    EndpointSummary a = device.summarise(0);
    assertThat(a.ko()).isEqualTo(3);
    assertThat(a.service()).isEqualTo(LatencySummary.EMPTY);
    assertThat(a.lateness().count()).isEqualTo(3);
    assertThat(a.errors())
        .singleElement()
        .satisfies(
            error -> {
              assertThat(error.reason()).isEqualTo("status 503");
              assertThat(error.count()).isEqualTo(3);
              assertThat(error.message()).startsWith("m0").hasSize(200);
              assertThat(error.lastNanos() - error.firstNanos()).isEqualTo(1_000 * MILLI);
            });
  }

  @Test
  void theLedgerCountsPlannedByArithmeticUpToTheCursor() {
    device.cursor().skipBusy(device.dueNanos(9));
    device.missed(1, 9, MissedCause.GENERATOR);

    EndpointSummary b = device.summarise(1);
    assertThat(device.summarise(0).planned()).isEqualTo(10);
    assertThat(device.summarise(0).missed().byCause())
        .containsEntry(MissedCause.BUSY, 10L)
        .containsEntry(MissedCause.GENERATOR, 0L);
    assertThat(b.planned()).isEqualTo(1);
    assertThat(b.missed().total()).isEqualTo(2);
    assertThat(device.isBalanced(0)).isTrue();
    assertThat(device.isBalanced(1)).isFalse();
  }

  @Test
  void progressIsWhatHasEndedSoFar() {
    assertThat(fleet.progress())
        .allSatisfy(endpoint -> assertThat(endpoint.serviceP99Micros()).isEmpty());
    for (int tick = 0; tick < 3; tick++) {
      long due = device.dueNanos(device.cursor().take(device.cursor().nextDueNanos()));
      device.record(
          new Poll(0, due, due, due, due + 2 * MILLI, 0, 60, Opening.NONE, Outcome.OK, null));
      device.record(
          new Poll(1, due, due, due, due + MILLI, 0, 60, Opening.NONE, Outcome.RESET, "x"));
      assertThat(fleet.progress().get(0).sent()).isEqualTo(tick + 1);
    }
    device.cursor().skipBusy(device.dueNanos(4));

    EndpointProgress a = fleet.progress().get(0);
    EndpointProgress b = fleet.progress().get(1);
    assertThat(a.serviceP99Micros().getAsLong()).isBetween(2_000L, 2_020L);
    assertThat(a.missed()).isEqualTo(2);
    assertThat(b.koBy()).isEqualTo(Map.of("reset", 3L));
    assertThat(b.sent()).isEqualTo(3);
    assertThat(b.serviceP99Micros()).isEmpty();
  }

  @Test
  void recentProgressIsWhatCameSinceTheLastTimeWhoeverElseAsks() {
    device.record(poll(80, Outcome.OK));
    device.record(poll(1, Outcome.RESET));
    device.missed(0, 1, MissedCause.BUSY);
    fleet.recent();
    device.record(poll(2, Outcome.OK));
    device.record(poll(1, Outcome.TIMEOUT));
    device.missed(0, 2, MissedCause.GENERATOR);
    fleet.progress();

    EndpointProgress recent = fleet.recent().get(0);
    assertThat(recent.ok()).isEqualTo(1);
    assertThat(recent.koBy()).isEqualTo(Map.of("timeout", 1L));
    assertThat(recent.missed()).isEqualTo(1);
    assertThat(recent.serviceP99Micros().getAsLong()).isBetween(2_000L, 2_020L);
    assertThat(recent.serviceSumMicros()).isEqualTo(2_000);
    assertThat(fleet.recent().get(0).sent()).isZero();
    assertThat(fleet.progress().get(0).sent()).isEqualTo(4);
  }

  private static Poll poll(long millis, Outcome outcome) {
    return new Poll(0, 0, 0, 0, millis * MILLI, 0, 60, Opening.NONE, outcome, null);
  }

  @Test
  void progressTellsOfCausesTimesAndBounds() {
    for (long millis : new long[] {1, 2, 3, 90}) {
      device.record(new Poll(0, 0, 0, 0, millis * MILLI, 0, 60, Opening.NONE, Outcome.OK, null));
    }
    device.missed(0, 1, MissedCause.BUSY);
    device.missed(0, 2, MissedCause.GENERATOR);

    EndpointProgress a = fleet.progress(500, 2_000, 90_000, 1_000_000).get(0);
    assertThat(a.okWithin()).containsExactly(0L, 2L, 4L, 4L);
    assertThat(a.serviceSumMicros()).isEqualTo(96_000);
    assertThat(a.missedBy().byCause())
        .containsEntry(MissedCause.BUSY, 1L)
        .containsEntry(MissedCause.GENERATOR, 1L);
    assertThat(fleet.progress(500).get(1).okWithin()).containsExactly(0L);
  }

  @Test
  void anotherThreadMaySeeWhatADeviceHasCounted() throws Exception {
    device.record(new Poll(0, 0, 0, 0, 7_000, 0, 60, Opening.NONE, Outcome.OK, null));
    device.record(new Poll(0, 0, 0, 0, 2_000, 0, 60, Opening.NONE, Outcome.TIMEOUT, null));
    device.missed(0, 2, MissedCause.BUSY);

    assertThat(CompletableFuture.supplyAsync(() -> device.progress(0)).get())
        .isEqualTo(new DeviceProgress(1, 1, 1, 0, 7));
    assertThat(device.progress(1)).isEqualTo(new DeviceProgress(0, 0, 0, 0, 0));
  }

  @Test
  void totalsMergeDistributionsInsteadOfAveragingThem() {
    FleetRecorder two =
        new FleetRecorder(FleetExamples.fleet(2, Duration.ofSeconds(10), Duration.ofMillis(500)));
    pollAll(two.device(0), 1);
    pollAll(two.device(1), 99);

    assertThat(two.totals().get(0).service().p50Micros()).isBetween(990L, 1_010L);
    assertThat(two.totals().get(0).service().p95Micros()).isBetween(98_000L, 100_000L);
    assertThat(two.totals().get(0).service().meanMicros()).isEqualTo(50_000);
  }

  @Test
  void totalsAddUpWhatWasOpenedAndReceived() {
    FleetRecorder two =
        new FleetRecorder(FleetExamples.fleet(2, Duration.ofSeconds(10), Duration.ofMillis(500)));
    assertThat(two.totals().get(0).openings()).isEqualTo(Openings.NONE);
    open(two.device(0), Outcome.OK, new Opening(1, 9, 1_000, 0, 0));
    open(two.device(0), Outcome.RESET, new Opening(2, 9, 8_000, 1, 5_000));
    open(two.device(0), Outcome.OK, Opening.NONE);
    open(two.device(1), Outcome.TLS, new Opening(1, 9, 3_000, 0, 0));
    two.device(1).warmedUp(0, new Opening(1, 9, 7_000, 1, 2_000));

    EndpointSummary a = two.totals().get(0);
    assertThat(a.openings()).isEqualTo(new Openings(4, 12_000, 8_000, 1, 5_000, 5_000));
    assertThat(a.warmUpOpenings()).isEqualTo(new Openings(1, 7_000, 7_000, 1, 2_000, 2_000));
    assertThat(a.bytes()).isEqualTo(40);
    assertThat(a.wireBytes()).isEqualTo(280);
    assertThat(two.device(0).summarise(0).openings().connections()).isEqualTo(3);
    assertThat(two.totals().get(1).openings().connections()).isZero();
  }

  private static void open(DeviceRecorder device, Outcome outcome, Opening opening) {
    device.record(new Poll(0, 0, 0, 0, MILLI, 10, 70, opening, outcome, null));
  }

  @Test
  void percentilesReachFarIntoTheTail() {
    FleetRecorder minutes =
        new FleetRecorder(FleetExamples.fleet(1, Duration.ofMinutes(10), Duration.ofMillis(500)));
    DeviceRecorder one = minutes.device(0);
    for (int poll = 1; poll <= 1_200; poll++) {
      long due = one.dueNanos(one.cursor().take(one.cursor().nextDueNanos()));
      one.record(
          new Poll(0, due, due, due, due + poll * MILLI, 1, 61, Opening.NONE, Outcome.OK, null));
    }

    LatencySummary service = minutes.totals().get(0).service();
    assertThat(service.p50Micros()).isBetween(600_000L, 606_000L);
    assertThat(service.p90Micros()).isBetween(1_080_000L, 1_090_800L);
    assertThat(service.p95Micros()).isBetween(1_140_000L, 1_151_400L);
    assertThat(service.p99Micros()).isBetween(1_188_000L, 1_199_880L);
    assertThat(service.p999Micros()).isBetween(1_199_000L, 1_200_000L);
  }

  @Test
  void latenessAndTicksAreThoseOfAllDevicesAndEndpoints() {
    FleetRecorder two =
        new FleetRecorder(FleetExamples.fleet(2, Duration.ofSeconds(10), Duration.ofMillis(500)));
    long due = two.device(0).dueNanos(two.device(0).cursor().take(0));
    two.device(0).record(late(0, due, 1));
    two.device(0).record(late(1, due, 2));
    two.device(1).record(late(0, two.device(1).dueNanos(two.device(1).cursor().take(0)), 3));

    assertThat(two.lateness().count()).isEqualTo(3);
    assertThat(two.lateness().maxMicros()).isEqualTo(3_000);
    assertThat(two.lateness().meanMicros()).isEqualTo(2_000);
    assertThat(two.ticks()).isEqualTo(2);
  }

  private static Poll late(int endpoint, long due, long millis) {
    long sent = due + millis * MILLI;
    return new Poll(endpoint, due, due, sent, sent + MILLI, 1, 61, Opening.NONE, Outcome.OK, null);
  }

  @Test
  void totalsMergeErrorsInTheOrderOfTime() {
    FleetRecorder two =
        new FleetRecorder(FleetExamples.fleet(2, Duration.ofSeconds(10), Duration.ofMillis(500)));
    fail(two.device(0), Outcome.TIMEOUT, 5, "later");
    fail(two.device(1), Outcome.RESET, 2, "other");
    fail(two.device(1), Outcome.TIMEOUT, 3, "first");

    assertThat(two.totals().get(0).errors())
        .containsExactly(
            new ErrorSummary("reset", 1, 2 * MILLI, 2 * MILLI, "other"),
            new ErrorSummary("timeout", 2, 3 * MILLI, 5 * MILLI, "first"));
    assertThat(two.device(0).errors(0))
        .containsExactly(new ErrorSummary("timeout", 1, 5 * MILLI, 5 * MILLI, "later"));
    assertThat(two.totals().get(0).ko()).isEqualTo(3);
  }

  private static void fail(DeviceRecorder device, Outcome outcome, long millis, String message) {
    device.record(new Poll(0, 0, 0, 0, millis * MILLI, 0, 60, Opening.NONE, outcome, message));
  }

  private static void pollAll(DeviceRecorder device, long millis) {
    while (device.cursor().hasNext()) {
      long due = device.dueNanos(device.cursor().take(device.cursor().nextDueNanos()));
      device.record(
          new Poll(0, due, due, due, due + millis * MILLI, 1, 61, Opening.NONE, Outcome.OK, null));
    }
  }
}
