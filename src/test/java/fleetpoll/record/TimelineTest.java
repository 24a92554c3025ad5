package fleetpoll.record;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.run.FleetExamples;
import fleetpoll.settings.FleetSettings;
import fleetpoll.settings.Phase;
import java.time.Duration;
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

    assertThat(fleet.timeline())
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

    assertThat(fleet.timeline().get(0).response().p99Micros()).isEqualTo(2_000_000);
  }

  @Test
  void settlingWaitsForThePollThatIsOpenLongest() {
    poll(fleet.device(0), 2 * SECOND);
    long latestSending = slow.interval().toNanos() - 1;
    long latestEnd = latestSending + 2 * slow.timeout().toNanos();

    fleet.settle(latestEnd);
    poll(fleet.device(1), latestEnd);

    assertThat(fleet.timeline().get(0).response().count()).isEqualTo(2);
  }

  @Test
  void whatNoDeviceHasOpenIsSettledAtOnce() {
    for (int device = 0; device < 2; device++) {
      poll(fleet.device(device), SECOND);
      fleet.device(device).cursor().take(slow.interval().toNanos());
    }
    fleet.settle(slow.interval().toNanos());
    fleet.device(0).record(new Poll(0, 0, 0, 0, SECOND, 100, 160, Opening.NONE, Outcome.OK, null));

    SecondSummary settled = fleet.timeline().get(0);
    assertThat(settled.ok()).isEqualTo(3);
    assertThat(settled.response().count()).isEqualTo(2);
  }

  private static void poll(DeviceRecorder device, long endNanos) {
    long due = device.dueNanos(device.cursor().take(device.cursor().nextDueNanos()));
    device.record(new Poll(0, due, due, due, endNanos, 100, 160, Opening.NONE, Outcome.OK, null));
  }
}
