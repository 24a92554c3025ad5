package fleetpoll.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DelayQueryTest {

  private static long delayNanos(String query) {
    return DelayQuery.parse(new QueryStringDecoder("/delay?" + query).parameters()).delayNanos();
  }

  @Test
  void isTheDocumentedFunctionOfSeedAndI() {
    long[] numbers = new SplittableRandom(42).longs(100).toArray();
    for (int i = 0; i < numbers.length; i++) {
      double u = (numbers[i] >>> 11) / (double) (1L << 53);
      assertThat(delayNanos("min=10ms&max=800ms&seed=42&i=" + i))
          .isEqualTo(10_000_000 + (long) (u * 790_000_001L));
    }
  }

  @Test
  void isUniform() {
    double mean =
        LongStream.range(0, 20_000)
            .map(i -> delayNanos("min=0&max=100ms&seed=7&i=" + i))
            .average()
            .orElseThrow();
    assertThat(mean).isBetween(49e6, 51e6);
  }

  @Test
  void reachesBothEndsOfANarrowRange() {
    assertThat(LongStream.range(0, 50).map(i -> delayNanos("min=5ns&max=6ns&seed=1&i=" + i)))
        .contains(5L, 6L)
        .allMatch(nanos -> nanos == 5 || nanos == 6);
  }

  @Test
  void variesWithoutASeed() {
    assertThat(LongStream.range(0, 20).map(n -> delayNanos("min=0&max=1h")).distinct().count())
        .isGreaterThan(1);
  }
}
