package fleetpoll.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.settings.Share;
import fleetpoll.settings.behavior.DutySettings;
import java.time.Duration;
import java.util.Random;
import java.util.stream.LongStream;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Polls that wait are recorded together as they are one by one. */
class WaitingPollsTest {

  private static final long MILLI = 1_000_000;
  private static final long HOUR = 3_600_000 * MILLI;

  /** Intervals and slots of whole milliseconds or not, with jitter, duty, both or none. */
  private static PollGrid grid(Random random) {
    boolean isEven = random.nextBoolean();
    long interval = isEven ? (1 + random.nextInt(2_000)) * MILLI : 1_000_000 + random.nextInt(9999);
    long ticks = 1 + random.nextInt(3_000);
    long first = random.nextInt(1_000_000_000);
    DutyCycle duty =
        random.nextBoolean()
            ? null
            : DutyCycle.of(
                new DutySettings(
                    Duration.ofNanos(interval * (1 + random.nextInt(9)) + random.nextInt(999)),
                    Duration.ofNanos(interval + MILLI * random.nextInt(99))),
                first,
                interval,
                0,
                first + ticks * interval);
    TickJitter jitter =
        random.nextBoolean()
            ? null
            : new TickJitter(
                random.nextLong(), 1 + random.nextLong(interval), random.nextBoolean() ? MILLI : 1);
    int denominator = 1 + random.nextInt(12);
    return new PollGrid(
        new TickGrid(first, interval, duty == null ? ticks : duty.ticks(), jitter, duty),
        new Interleaving(
            Share.of(1 + random.nextInt(denominator), denominator), random.nextInt(denominator)));
  }

  private static Histogram histogram() {
    return new Histogram(2);
  }

  private static LongStream waits(PollGrid grid, long from, long end, long nowNanos) {
    return LongStream.range(from, end)
        .map(poll -> Math.max(0, (nowNanos - grid.dueNanos(poll)) / 1_000));
  }

  private static void assertThatAllIsEqual(Random random, long nowBeforeNanos) {
    PollGrid grid = grid(random);
    WaitingPolls waiting = new WaitingPolls(grid);
    long planned = grid.planned(grid.ticks().ticks());
    for (int outage = 0; outage < 3 && waiting.first() < planned; outage++) {
      long from = waiting.first();
      long end = from + 1 + random.nextLong(planned - from);
      for (int told = random.nextInt(4); told > 0; told--) {
        waiting.accountedFor(random.nextLong(Math.min(planned, end + 3) + 1));
      }
      long now = grid.dueNanos(end - 1) - nowBeforeNanos + random.nextInt(999_999_999);

      Waits waits = waiting.waits(end, now);
      Histogram together = histogram();
      waits.forEach(together::lowestEquivalentValue, together::recordValueWithCount);
      Histogram one = histogram();
      waits(grid, from, end, now).forEach(one::recordValue);

      assertThat(together).isEqualTo(one);
      assertThat(waits.sumMicros()).isEqualTo(waits(grid, from, end, now).sum());
      assertThat(waits.count()).isEqualTo(end - from);
      assertThat(waits.mostMicros()).isEqualTo(waits(grid, from, end, now).max().orElseThrow());
      assertThat(waits.leastMicros()).isEqualTo(waits(grid, from, end, now).min().orElseThrow());
      waiting.remove(end);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 2_000 * MILLI, HOUR})
  void theyAreThoseOfEachPollAlone(long nowBeforeNanos) {
    for (int seed = 0; seed < 400; seed++) {
      assertThatAllIsEqual(new Random(seed), nowBeforeNanos);
    }
  }

  @Test
  void aLongOutageTakesFewSteps() {
    TickGrid grid = new TickGrid(250 * MILLI, 500 * MILLI, 86_400, new TickJitter(7, 99, 1), null);
    PollGrid polls = new PollGrid(grid, new Interleaving(Share.EVERY_TICK, 0));
    Histogram histogram = histogram();
    long[] steps = {0};

    new WaitingPolls(polls)
        .waits(86_400, 12 * HOUR)
        .forEach(histogram::lowestEquivalentValue, (micros, count) -> steps[0]++);

    assertThat(steps[0]).isLessThan(1_500);
  }

  /** Two days of ticks each millisecond, a week ago. */
  @Test
  void aSumBeyondALongIsOne() {
    long ticks = 200_000_000;
    TickGrid grid = new TickGrid(0, MILLI, ticks);
    WaitingPolls waiting =
        new WaitingPolls(new PollGrid(grid, new Interleaving(Share.EVERY_TICK, 0)));

    assertThat(waiting.waits(ticks, 7 * 24 * HOUR).sumMicros()).isGreaterThan(Long.MAX_VALUE);
  }
}
