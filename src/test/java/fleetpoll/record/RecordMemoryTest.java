package fleetpoll.record;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.benchmark.RecordMemory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordMemoryTest {

  private static final long KIBI = 1_024;

  /** The fleet's timeline included. */
  @ParameterizedTest
  @ValueSource(ints = {500, 1_000})
  void aDeviceTakesAtMostTwentyKibibytes(int devices) {
    assertThat(RecordMemory.bytesPerDevice(devices)).isBetween(KIBI, 20 * KIBI);
  }
}
