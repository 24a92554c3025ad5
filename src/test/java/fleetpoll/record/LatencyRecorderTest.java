package fleetpoll.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LatencyRecorderTest {

  private static final int MORE_THAN_A_SHORT = 40_000;

  private final LatencyRecorder recorder = new LatencyRecorder();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 10, 99, 100, 101, 200, 1_000, 12_345})
  void percentilesAreThoseOfHdrHistogram(int count) {
    Random random = new Random(count);
    for (int i = 0; i < count; i++) {
      recorder.record((long) Math.exp(random.nextDouble() * 18) - 1);
    }

    LatencySummary summary = recorder.summarise();

    assertThat(
            List.of(
                summary.p50Micros(),
                summary.p90Micros(),
                summary.p95Micros(),
                summary.p99Micros(),
                summary.p999Micros()))
        .isEqualTo(
            DoubleStream.of(50, 90, 95, 99, 99.9)
                .mapToObj(recorder.histogram()::getValueAtPercentile)
                .map(micros -> Math.min(micros, summary.maxMicros()))
                .toList());
  }

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

  /** What 5,000 devices wait for that poll twice a second, if a server is away for 12 hours. */
  @Test
  void theMeanOfALongOutageIsNotNegative() {
    long longest = 43_200_000_000L;
    LatencyRecorder outage = new LatencyRecorder();
    outage.record(longest, 86_400 / 2);
    outage.record(0, 86_400 / 2);

    LatencyRecorder fleet = new LatencyRecorder();
    for (int device = 0; device < 5_000; device++) {
      fleet.add(outage.copy());
    }
    recorder.record(longest, 5_000L * 86_400);

    assertThat(fleet.summarise().meanMicros()).isCloseTo(longest / 2.0, within(1.0));
    assertThat(recorder.summarise().meanMicros()).isCloseTo(longest, within(1.0));
  }
}
