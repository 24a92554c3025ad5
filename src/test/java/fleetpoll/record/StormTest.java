package fleetpoll.record;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.run.FleetExamples;
import fleetpoll.settings.FleetSettings;
import fleetpoll.settings.StormSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class StormTest {

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

  private void poll(int device, long endNanos, Outcome outcome) {
    long sent = endNanos - 1_000_000;
    fleet.device(device).record(new Poll(0, sent, sent, sent, endNanos, 0, 0, outcome, "m"));
  }
}
