package fleetpoll.server.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class TokenBucketTest {

  private static final long MS = 1_000_000;

  private static long turnMs(TokenBucket bucket, long nowMs) {
    return bucket.take(nowMs * MS).orElseThrow() / MS;
  }

  @Test
  void servesRequestsBelowTheRateAtOnce() {
    TokenBucket bucket = new TokenBucket(10);
    for (long at = -500; at < 5_000; at += 100) {
      assertThat(turnMs(bucket, at)).isEqualTo(at);
    }
  }

  @Test
  void letsRequestsAboveTheRateWaitForTheirTurn() {
    TokenBucket bucket = new TokenBucket(50);
    assertThat(turnMs(bucket, 0)).isZero();
    assertThat(turnMs(bucket, 0)).isEqualTo(20);
    assertThat(turnMs(bucket, 10)).isEqualTo(40);
    assertThat(turnMs(bucket, 59)).isEqualTo(60);
  }

  @Test
  void refusesARequestIfTheQueueIsFull() {
    TokenBucket bucket = new TokenBucket(50);
    for (int i = 0; i <= 5; i++) {
      assertThat(turnMs(bucket, 0)).isEqualTo(20 * i);
    }
    assertThat(bucket.take(0)).isEmpty();
    assertThat(turnMs(bucket, 20)).isEqualTo(120);
    assertThat(bucket.take(20 * MS)).isEmpty();
  }

  @Test
  void letsAtLeastOneRequestWait() {
    TokenBucket bucket = new TokenBucket(1);
    assertThat(turnMs(bucket, 0)).isZero();
    assertThat(turnMs(bucket, 0)).isEqualTo(1_000);
    assertThat(bucket.take(0)).isEmpty();
  }

  @Test
  void savesIdleTimeForAFewRequestsOnly() {
    TokenBucket bucket = new TokenBucket(500);
    for (int i = 0; i < 5; i++) {
      assertThat(turnMs(bucket, 60_000)).isEqualTo(60_000);
    }
    assertThat(turnMs(bucket, 60_000)).isEqualTo(60_002);
  }

  @Test
  void servesExactlyItsRateWhenOverloaded() {
    TokenBucket bucket = new TokenBucket(800);
    long served = 0;
    for (long now = 0; now < 10_000 * MS; now += MS) {
      OptionalLong turn = bucket.take(now);
      served += turn.isPresent() && turn.getAsLong() < 10_000 * MS ? 1 : 0;
    }
    assertThat(served).isBetween(8_000L, 8_008L);
  }
}
