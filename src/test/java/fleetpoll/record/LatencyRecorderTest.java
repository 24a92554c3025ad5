package fleetpoll.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LatencyRecorderTest {

  private static final int MORE_THAN_A_SHORT = 40_000;

  private final LatencyRecorder recorder = new LatencyRecorder();

  @Test
  void countersGrowWithTheNumberOfDurations() {
    for (int i = 0; i < MORE_THAN_A_SHORT; i++) {
      recorder.record(250);
    }
    recorder.record(10_000);

    assertThat(recorder.summarise().count()).isEqualTo(MORE_THAN_A_SHORT + 1);
    assertThat(recorder.summarise().p99Micros()).isEqualTo(250);
    assertThat(recorder.summarise().maxMicros()).isEqualTo(10_000);
  }

  @Test
  void countersGrowWhenRecordersAreAdded() {
    LatencyRecorder doubled = new LatencyRecorder();
    doubled.record(7);
    for (long count = 2; count < 1L << 32; count *= 2) {
      LatencyRecorder other = new LatencyRecorder();
      other.add(doubled);
      doubled.add(other);
    }

    assertThat(doubled.summarise().count()).isEqualTo(1L << 31);
    assertThat(doubled.summarise().p50Micros()).isEqualTo(7);
    assertThat(doubled.summarise().meanMicros()).isEqualTo(7);
  }

  @Test
  void anHourIsNotTooLong() {
    long hour = 3_600_000_000L;
    recorder.record(0);
    recorder.record(hour);

    assertThat(recorder.summarise().minMicros()).isZero();
    assertThat(recorder.summarise().p99Micros()).isEqualTo(hour);
  }
}
