package fleetpoll.study;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.server.SeededDelay;
import java.util.PriorityQueue;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MakespanTest {

  private static final SeededDelay DELAY = new SeededDelay(10, 800, 1);

  @Test
  void oneAfterTheOtherIsTheSum() {
    assertThat(Makespan.nanos(DELAY::nanos, 100, 1))
        .isEqualTo(LongStream.range(0, 100).map(DELAY::nanos).sum());
  }

  @Test
  void aBatchThatFitsIsAsLongAsItsSlowestRequest() {
    assertThat(Makespan.nanos(DELAY::nanos, 100, 100))
        .isEqualTo(LongStream.range(0, 100).map(DELAY::nanos).max().orElseThrow());
  }

  @Test
  void equalDelaysGoInWaves() {
    assertThat(Makespan.nanos(i -> 7, 10, 4)).isEqualTo(3 * 7);
    assertThat(Makespan.nanos(i -> 0, 10, 4)).isZero();
  }

  @ParameterizedTest
  @CsvSource({"2, 1", "3, 2", "10, 3", "1000, 7", "1000, 64", "1000, 999", "20000, 100"})
  void aPlaceIsTakenAsSoonAsItIsFree(long requests, int places) {
    assertThat(Makespan.nanos(DELAY::nanos, requests, places)).isEqualTo(byQueue(requests, places));
  }

  @ParameterizedTest
  @CsvSource({"1000, 10", "10000, 5000", "100, 99"})
  void liesWithinGrahamsBounds(long requests, int places) {
    double even = (double) LongStream.range(0, requests).map(DELAY::nanos).sum() / places;

    assertThat((double) Makespan.nanos(DELAY::nanos, requests, places)).isBetween(even, even + 800);
  }

  private static long byQueue(long requests, int places) {
    PriorityQueue<Long> freeAt = new PriorityQueue<>();
    LongStream.range(0, places).forEach(place -> freeAt.add(0L));
    long last = 0;
    for (long i = 0; i < requests; i++) {
      long end = freeAt.remove() + DELAY.nanos(i);
      freeAt.add(end);
      last = Math.max(last, end);
    }
    return last;
  }
}
