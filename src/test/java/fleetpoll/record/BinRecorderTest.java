package fleetpoll.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BinRecorderTest {

  private final BinRecorder bins = new BinRecorder(new Bins(1_000, 100, 3));

  @Test
  void pollsLieWhereTheyWereDue() {
    ok(1_000, 5);
    ok(1_099, 7);
    bins.record(poll(1_100, Outcome.TIMEOUT, 0));
    bins.missed(1_299);

    assertThat(bins.summarise(0)).isEqualTo(new BinSummary(2, 0, 0, 7));
    assertThat(bins.summarise(1)).isEqualTo(new BinSummary(0, 1, 0, 0));
    assertThat(bins.summarise(2)).isEqualTo(new BinSummary(0, 0, 1, 0));
  }

  @Test
  void whatLiesOutsideIsInTheNearestBin() {
    ok(0, 1);
    ok(9_999, 2);

    assertThat(bins.summarise(0).ok()).isEqualTo(1);
    assertThat(bins.summarise(2).ok()).isEqualTo(1);
  }

  @Test
  void theLongestAllowedTimeoutFits() {
    long hour = TimeUnit.HOURS.toMicros(1);
    ok(1_000, hour);
    ok(1_000, 3);

    assertThat(bins.summarise(0).serviceMaxMicros()).isEqualTo(hour);
  }

  private void ok(long dueNanos, long serviceMicros) {
    bins.record(poll(dueNanos, Outcome.OK, serviceMicros));
  }

  private static Poll poll(long dueNanos, Outcome outcome, long serviceMicros) {
    long endNanos = dueNanos + TimeUnit.MICROSECONDS.toNanos(serviceMicros);
    return new Poll(
        0, dueNanos, dueNanos, dueNanos, endNanos, 100, 160, Opening.NONE, outcome, null);
  }
}
