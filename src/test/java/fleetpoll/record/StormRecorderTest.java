package fleetpoll.record;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.run.FleetExamples;
import fleetpoll.schedule.MissedCause;
import fleetpoll.settings.FleetSettings;
import fleetpoll.settings.Share;
import fleetpoll.settings.StormSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class StormRecorderTest {

  private static final long SECOND = 1_000_000_000;
  private static final FleetSettings SETTINGS =
      FleetExamples.stormy(
          FleetExamples.fleet(2, Duration.ofSeconds(10), Duration.ofMillis(500)),
          new StormSettings(
              List.of(Duration.ofSeconds(3), Duration.ofSeconds(5)), Duration.ZERO, Duration.ZERO));

  private final FleetRecorder fleet = new FleetRecorder(SETTINGS);

  @Test
  void aDeviceIsBackWithItsFirstSuccess() {
    fleet.device(0).struckBy(0);
    fleet.device(1).struckBy(0);
    poll(0, 3 * SECOND, Outcome.DROPPED);
    poll(0, 4 * SECOND, Outcome.REFUSED);
    poll(0, 4 * SECOND + 7, Outcome.OK);
    poll(1, 4 * SECOND, Outcome.OK);
    poll(0, 5 * SECOND, Outcome.REFUSED);

    assertThat(fleet.storms().get(0))
        .isEqualTo(
            new StormSummary(
                3 * SECOND,
                2,
                2,
                OptionalLong.of(4 * SECOND + 7),
                Map.of("dropped", 1L, "refused", 1L)));
  }

  @Test
  void whoIsStruckAgainBeforeItIsBackNeverCameBackFromTheFirst() {
    fleet.device(0).struckBy(0);
    fleet.device(0).struckBy(1);
    poll(0, 6 * SECOND, Outcome.OK);

    assertThat(fleet.storms())
        .containsExactly(
            new StormSummary(3 * SECOND, 1, 0, OptionalLong.empty(), Map.of()),
            new StormSummary(5 * SECOND, 1, 1, OptionalLong.of(6 * SECOND), Map.of()));
  }

  @Test
  void whoComesBackPollsTheLatestOfWhatCameDueAndMissesTheOlder() {
    DeviceRecorder device = fleet.device(0);

    assertThat(device.backOff().comeBack(device.dueNanos(3) + 1)).isTrue();

    assertThat(device.cursor().take(device.cursor().nextDueNanos())).isEqualTo(3);
    assertThat(backOff(device, 0)).isEqualTo(3);
  }

  @Test
  void ofARarePollTheLatestIsSentHoweverManyEmptyTicksHaveComeSince() {
    FleetSettings rare =
        FleetExamples.withShares(SETTINGS, List.of(Share.every(10), Share.every(5)));
    DeviceRecorder device = new FleetRecorder(rare).device(0);

    assertThat(device.backOff().comeBack(device.dueNanos(12))).isTrue();

    assertThat(device.cursor().next()).isEqualTo(9);
    assertThat(backOff(device, 1)).isEqualTo(1);
    assertThat(device.backOff().comeBack(device.dueNanos(13))).isTrue();
    assertThat(device.cursor().take(device.dueNanos(9))).isEqualTo(9);
    assertThat(device.backOff().comeBack(device.dueNanos(13))).isFalse();
  }

  @Test
  void whoComesBackAfterItsLastIntervalHasMissedAllOfIt() {
    DeviceRecorder device = fleet.device(0);

    assertThat(device.backOff().comeBack(device.grid().endNanos())).isFalse();

    assertThat(device.cursor().hasNext()).isFalse();
    assertThat(backOff(device, 0)).isEqualTo(20);
  }

  @Test
  void whoEndsWhileAwayHasMissedWhatCameDueUntilThen() {
    DeviceRecorder device = fleet.device(0);
    device.backOff().end(device.dueNanos(6));

    assertThat(backOff(device, 0)).isEqualTo(7);
    assertThat(device.isBalanced(0)).isTrue();
  }

  private static long backOff(DeviceRecorder device, int endpoint) {
    return device.summarise(endpoint).missed().byCause().get(MissedCause.BACK_OFF);
  }

  private void poll(int device, long endNanos, Outcome outcome) {
    long sent = endNanos - 1_000_000;
    fleet
        .device(device)
        .record(new Poll(0, sent, sent, sent, endNanos, 0, 60, Opening.NONE, outcome, "m"));
  }
}
