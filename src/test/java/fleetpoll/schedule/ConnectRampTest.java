package fleetpoll.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConnectRampTest {

  private static final long HALF_SECOND = 500_000_000;

  private static long[] leftOut(Duration ramp, long ticks) {
    return IntStream.range(0, 6)
        .mapToLong(device -> new ConnectRamp(ramp).leftOut(device, ticks, HALF_SECOND))
        .toArray();
  }

  @Test
  void spreadsTheDevicesEvenlyOverItsSteps() {
    assertThat(leftOut(Duration.ofSeconds(2), 10)).containsExactly(0, 1, 2, 3, 0, 1);
  }

  @Test
  void leavesOutNothingIfItIsShorterThanAStep() {
    assertThat(leftOut(Duration.ofMillis(499), 10)).containsOnly(0);
    assertThat(leftOut(Duration.ZERO, 10)).containsOnly(0);
  }

  @Test
  void leavesEachDeviceOneTick() {
    assertThat(leftOut(Duration.ofSeconds(5), 2)).containsExactly(0, 1, 0, 1, 0, 1);
    assertThat(leftOut(Duration.ofSeconds(5), 0)).containsOnly(0);
  }
}
