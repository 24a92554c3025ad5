package fleetpoll.run.shard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerClockTest {

  private static final Instant ORIGIN = Instant.parse("2026-11-30T09:30:00.25Z");
  private static final long ORIGIN_MILLIS = ORIGIN.toEpochMilli();
  private static final long MILLI = 1_000_000;

  @Test
  void oneAnswerBoundsTheOffsetByASecondAndItsOwnTime() {
    ServerClock clock = new ServerClock();

    clock.answered(ORIGIN.getEpochSecond() + 2, 1_000 * MILLI, 1_040 * MILLI);

    // Made at 1.25 to 1.29 s of the generator's minute, at 2 to 3 s of the server's.
    assertThat(clock.offset(ORIGIN)).contains(new ClockOffset(710, 1_750));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, -1, 400, -12_345, 86_400_000})
  void manyAnswersBoundItByTheirTime(long offsetMillis) {
    ServerClock clock = new ServerClock();
    Random random = new Random(1);
    for (long sent = 0; sent < 15_000; sent += 7) {
      long made = sent + random.nextInt(4);
      long end = made + random.nextInt(4);
      long server = ORIGIN_MILLIS + made + offsetMillis;
      clock.answered(Math.floorDiv(server, 1_000), sent * MILLI, end * MILLI);
    }

    ClockOffset offset = clock.offset(ORIGIN).orElseThrow();
    assertThat(offset.lowestMs()).isLessThanOrEqualTo(offsetMillis);
    assertThat(offset.highestMs()).isGreaterThanOrEqualTo(offsetMillis);
    assertThat(offset.highestMs() - offset.lowestMs()).isLessThan(12);
  }

  @Test
  void aServerWhoseDateStandsStillHasNoClock() {
    ServerClock clock = new ServerClock();
    for (long sent = 0; sent < 15_000; sent += 100) {
      clock.answered(ORIGIN.getEpochSecond(), sent * MILLI, (sent + 5) * MILLI);
    }

    assertThat(clock.offset(ORIGIN)).isEmpty();
  }

  @Test
  void aServerWhoseTimerIsNotExactHasOneNevertheless() {
    ServerClock clock = new ServerClock();
    clock.answered(ORIGIN.getEpochSecond() + 1, 1_000 * MILLI, 1_001 * MILLI);
    clock.answered(ORIGIN.getEpochSecond() + 2, 1_980 * MILLI, 1_981 * MILLI);
    clock.answered(ORIGIN.getEpochSecond() + 2, 3_000 * MILLI, 3_001 * MILLI);

    assertThat(clock.offset(ORIGIN)).contains(new ClockOffset(-250, -231, false));
  }

  @Test
  void withoutADateNothingIsKnown() {
    assertThat(new ServerClock().offset(ORIGIN)).isEmpty();
  }

  @Test
  void afterAWhileNobodyReadsDates() {
    assertThat(new ServerClock().isOpen(14_999 * MILLI)).isTrue();
    assertThat(new ServerClock().isOpen(15_000 * MILLI)).isFalse();
  }
}
