package fleetpoll.run;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.record.StormSummary;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class StormTest {

  private static final long MILLI = 1_000_000;

  @Test
  void aStormThatAllDevicesHaveComeBackFromHasAnEnd() {
    Storm storm = storm(500, 500, OptionalLong.of(37_345 * MILLI));

    assertThat(storm).isEqualTo(new Storm(30, 500, 500, 2.345, Map.of("dropped", 3L)));
    assertThat(storm.events())
        .containsExactly(
            new Event(30, "storm", "500 devices dropped their connections."),
            new Event(
                32.345, "storm-over", "Every device has polled again, 2.345 s after the storm."));
  }

  @Test
  void oneThatSomeHaveNotHasNone() {
    Storm storm = storm(1_500, 1_499, OptionalLong.of(37_345 * MILLI));

    assertThat(storm.allBackS()).isNull();
    assertThat(storm.events())
        .containsExactly(
            new Event(
                30,
                "storm",
                "1,500 devices dropped their connections. 1 device did not poll successfully again"
                    + " before the next storm or the end."));
  }

  private static Storm storm(long devices, long back, OptionalLong lastBackNanos) {
    return Storm.of(
        new StormSummary(35_000 * MILLI, devices, back, lastBackNanos, Map.of("dropped", 3L)),
        5_000 * MILLI);
  }
}
