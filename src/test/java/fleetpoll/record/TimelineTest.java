package fleetpoll.record;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.run.FleetExamples;
import fleetpoll.settings.FleetSettings;
import fleetpoll.settings.Phase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The whole fleet second by second. */
class TimelineTest {

  private static final long SECOND = 1_000_000_000;

  private final FleetSettings slow =
      FleetExamples.fleet(2, Duration.ofHours(1), Duration.ofMinutes(10), Phase.TOGETHER);
  private final FleetRecorder fleet = new FleetRecorder(slow);

  @Test
  void aSecondHoldsThePollsThatWereDueInItWheneverTheyEnded() {
    poll(fleet.device(0), 3 * SECOND);
    poll(fleet.device(1), 5 * SECOND);

    assertThat(fleet.timeline().summarise())
        .singleElement()
        .satisfies(
            second -> {
              assertThat(second.second()).isZero();
              assertThat(second.ok()).isEqualTo(2);
              assertThat(second.planned()).isEqualTo(2);
              assertThat(second.response().maxMicros()).isEqualTo(5_000_000);
            });
  }

  @Test
  void settlingKeepsThePercentiles() {
    poll(fleet.device(0), 2 * SECOND);
    fleet.settle(slow.duration().toNanos());

    assertThat(fleet.timeline().summarise().get(0).response().p99Micros()).isEqualTo(2_000_000);
  }

  @Test
  void settlingWaitsForThePollThatIsOpenLongest() {
    poll(fleet.device(0), 2 * SECOND);
    long latestSending = slow.interval().toNanos() - 1;
    long latestEnd = latestSending + 2 * slow.timeout().toNanos();

    fleet.settle(latestEnd);
    poll(fleet.device(1), latestEnd);

    assertThat(fleet.timeline().summarise().get(0).response().count()).isEqualTo(2);
  }

  @Test
  void whatNoDeviceHasOpenIsSettledAtOnce() {
    for (int device = 0; device < 2; device++) {
      poll(fleet.device(device), SECOND);
      fleet.device(device).cursor().take(slow.interval().toNanos());
    }
    fleet.settle(slow.interval().toNanos());
    fleet.device(0).record(new Poll(0, 0, 0, 0, SECOND, 100, 160, Opening.NONE, Outcome.OK, null));

    SecondSummary settled = fleet.timeline().summarise().get(0);
    assertThat(settled.ok()).isEqualTo(3);
    assertThat(settled.response().count()).isEqualTo(2);
  }

  @Test
  void aMissedPollIsInItsOwnSecondWithTheTimeUntilTheNextSuccess() {
    miss(fleet.device(0));
    poll(fleet.device(0), slow.interval().toNanos() + SECOND);

    SecondSummary first = fleet.timeline().summarise().get(0);
    assertThat(first.response().maxMicros()).isEqualTo(601_000_000);
    assertThat(first.unanswered()).isZero();
    assertThat(first.service().count()).isZero();
    assertThat(fleet.timeline().summarise().get(1).response().maxMicros()).isEqualTo(1_000_000);
  }

  @Test
  void aSecondIsKeptWholeForAMinuteThatASuccessMayAnswerIt() {
    FleetRecorder quick =
        new FleetRecorder(FleetExamples.fleet(1, Duration.ofMinutes(10), Duration.ofSeconds(1)));
    DeviceRecorder device = quick.device(0);
    device.cursor().skipBusy(59 * SECOND);
    quick.settle(59 * SECOND);
    poll(device, 61 * SECOND);

    assertThat(quick.timeline().summarise().get(0).response().maxMicros()).isEqualTo(61_000_000);
    assertThat(quick.timeline().summarise().get(0).unanswered()).isZero();
  }

  @Test
  void afterThatItIsSettledWithWhatItsPollsHaveWaitedAtLeast() {
    FleetRecorder quick =
        new FleetRecorder(FleetExamples.fleet(1, Duration.ofMinutes(10), Duration.ofSeconds(1)));
    DeviceRecorder device = quick.device(0);
    device.cursor().skipBusy(70 * SECOND);
    quick.settle(70 * SECOND);
    poll(device, 72 * SECOND);
    device.leave(80 * SECOND);

    SecondSummary settled = quick.timeline().summarise().get(9);
    assertThat(settled.response().count()).isEqualTo(1);
    assertThat(settled.response().maxMicros()).isEqualTo(60_000_000);
    assertThat(settled.unanswered()).isEqualTo(1);
    SecondSummary kept = quick.timeline().summarise().get(11);
    assertThat(kept.response().maxMicros()).isEqualTo(62_000_000);
    assertThat(kept.unanswered()).isZero();
  }

  @Test
  void aSecondThatIsSettledTakesNoAnswers() {
    TimelineRecorder timeline = new TimelineRecorder(0, 10 * SECOND, 1, 60 * SECOND);
    timeline.settle(5 * SECOND, 0, 70 * SECOND);

    timeline.answered(0, 4 * SECOND, 66_000_000);
    timeline.unanswered(0, 4 * SECOND, 66_000_000);
    timeline.answered(0, 5 * SECOND, 65_000_000);

    assertThat(timeline.summarise()).extracting(SecondSummary::second).containsExactly(5);
  }

  @Test
  void whatADeviceLeavesUnansweredIsInItsSecond() {
    miss(fleet.device(0));
    fleet.device(0).leave(7 * SECOND);

    SecondSummary second = fleet.timeline().summarise().get(0);
    assertThat(second.unanswered()).isEqualTo(1);
    assertThat(second.response().maxMicros()).isEqualTo(7_000_000);
  }

  @Test
  void aSecondIsHandedOverOnceNothingCanComeToIt() {
    FleetRecorder quick =
        new FleetRecorder(FleetExamples.fleet(2, Duration.ofMinutes(10), Duration.ofSeconds(1)));
    DeviceRecorder one = quick.device(0);
    for (int tick = 0; tick < 4; tick++) {
      poll(one, tick * SECOND + SECOND / 2);
      quick.settle((tick + 1) * SECOND);
    }
    assertThat(quick.timeline().takeComplete())
        .as("the other device may poll in the first")
        .isEmpty();

    DeviceRecorder other = quick.device(1);
    poll(other, SECOND);
    other.cursor().skipBusy(2 * SECOND);
    poll(other, 3 * SECOND + SECOND / 2);
    quick.settle(4 * SECOND);

    assertThat(quick.timeline().takeComplete())
        .extracting(SecondSummary::second)
        .containsExactly(0, 1);
    assertThat(quick.timeline().takeComplete()).isEmpty();
    assertThat(quick.timeline().summarise())
        .extracting(SecondSummary::second)
        .containsExactly(2, 3);
    assertThat(quick.timeline().takeRest())
        .extracting(SecondSummary::planned)
        .containsExactly(2L, 1L);
    assertThat(quick.timeline().summarise()).isEmpty();
  }

  @Test
  void aPollThatIsKeptOpenBeyondAllTimeOutsIsInItsSecondAllTheSame() {
    FleetRecorder quick =
        new FleetRecorder(FleetExamples.fleet(2, Duration.ofHours(1), Duration.ofSeconds(1)));
    DeviceRecorder open = quick.device(1);
    long due = open.dueNanos(open.cursor().take(open.cursor().nextDueNanos()));
    List<SecondSummary> taken = new ArrayList<>();
    for (int tick = 0; tick < 900; tick++) {
      poll(quick.device(0), tick * SECOND + SECOND / 2);
      quick.settle((tick + 1) * SECOND);
      taken.addAll(quick.timeline().takeComplete());
    }
    assertThat(taken).isEmpty();

    long end = 900 * SECOND;
    open.record(new Poll(0, due, due, due, end, 100, 160, Opening.NONE, Outcome.OK, null));
    open.cursor().skipBusy(end);
    quick.settle(end);
    taken.addAll(quick.timeline().takeComplete());
    taken.removeIf(second -> second.endpoint() == 1);

    assertThat(taken).extracting(SecondSummary::second).startsWith(0, 1, 2).hasSize(900 - 60);
    assertThat(taken.get(0).ok()).isEqualTo(2);
    assertThat(taken).allMatch(second -> second.planned() == 2);
  }

  @Test
  void aDeviceThatHasLeftHoldsNothingBack() {
    poll(fleet.device(0), SECOND);
    poll(fleet.device(1), SECOND);
    fleet.device(0).cursor().skipBusy(slow.interval().toNanos());
    fleet.device(1).leave(2 * SECOND);

    fleet.settle(slow.interval().toNanos() + SECOND);

    assertThat(fleet.timeline().takeComplete())
        .extracting(SecondSummary::second)
        .containsExactly(0);
  }

  @Test
  void aPollAfterTheEndIsAnotherRowOfItsSecond() {
    poll(fleet.device(0), SECOND);
    assertThat(fleet.timeline().takeRest()).hasSize(1);

    poll(fleet.device(1), SECOND);

    assertThat(fleet.timeline().takeRest())
        .singleElement()
        .satisfies(
            late -> {
              assertThat(late.second()).isZero();
              assertThat(late.ok()).isEqualTo(1);
              assertThat(late.unanswered()).isZero();
            });
  }

  /** 24 hours of two endpoints, some polls slow and some missed. */
  @Test
  void theSecondsInMemoryDoNotGrowWithTheRun() {
    FleetRecorder day =
        new FleetRecorder(FleetExamples.fleet(2, Duration.ofHours(24), Duration.ofSeconds(1)));
    long ok = 0;
    int most = 0;
    for (long tick = 0; tick < 86_400; tick++) {
      for (DeviceRecorder device : day.devices()) {
        if (device.cursor().next() <= tick) {
          long slow = tick % 1_000 == 7 ? 5 * SECOND : SECOND / 10;
          pollAll(device, slow);
        }
      }
      day.settle((tick + 1) * SECOND);
      most = Math.max(most, day.timeline().size());
      ok += day.timeline().takeComplete().stream().mapToLong(SecondSummary::ok).sum();
    }
    ok += day.timeline().takeRest().stream().mapToLong(SecondSummary::ok).sum();

    assertThat(most).isBetween(2, 40);
    assertThat(ok).isEqualTo(day.totals().stream().mapToLong(EndpointSummary::ok).sum());
  }

  /** Polls all endpoints of a tick; what comes due meanwhile is missed. */
  private static void pollAll(DeviceRecorder device, long nanos) {
    long tick = device.cursor().take(device.cursor().nextDueNanos());
    long due = device.dueNanos(tick);
    for (int e = 0; e < device.endpoints(); e++) {
      if (device.isDue(e, tick)) {
        long end = due + nanos;
        device.record(new Poll(e, due, due, due, end, 9, 9, Opening.NONE, Outcome.OK, null));
      }
    }
    device.cursor().skipBusy(due + nanos);
  }

  private static void miss(DeviceRecorder device) {
    device.cursor().skipBusy(device.cursor().nextDueNanos());
  }

  private static void poll(DeviceRecorder device, long endNanos) {
    long due = device.dueNanos(device.cursor().take(device.cursor().nextDueNanos()));
    device.record(new Poll(0, due, due, due, endNanos, 100, 160, Opening.NONE, Outcome.OK, null));
  }
}
