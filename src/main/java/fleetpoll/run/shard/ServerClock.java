package fleetpoll.run.shard;

import java.time.Instant;
import java.util.Optional;

/**
 * Bounds what the server's clock shows when the fleet's clock is 0. An answer with the {@code Date}
 * of second D was made between its request's sending and its end, and the server's clock then
 * showed D or up to a second more; the more answers, the narrower. Instants are nanoseconds of the
 * fleet's clock. Safe for concurrent use.
 */
public final class ServerClock {

  /** Longer, and the drift of the clocks would show in the bounds. */
  private static final long LONGEST_NANOS = 15_000_000_000L;

  private static final long SECOND_NANOS = 1_000_000_000;

  /** A server that renews its Date by a timer does not do so exactly. */
  private static final long INEXACT_NANOS = 50_000_000;

  private long lowest = Long.MIN_VALUE;
  private long highest = Long.MAX_VALUE;

  /** Whether further answers are of use. */
  public boolean isOpen(long nowNanos) {
    return nowNanos < LONGEST_NANOS;
  }

  /**
   * A server has answered.
   *
   * @param dateS the answer's {@code Date}, in seconds since the epoch
   * @param sentNanos when its request was sent, or earlier
   * @param endNanos when it had come
   */
  public synchronized void answered(long dateS, long sentNanos, long endNanos) {
    long date = dateS * SECOND_NANOS;
    lowest = Math.max(lowest, date - endNanos);
    highest = Math.min(highest, date + SECOND_NANOS - sentNanos);
  }

  /**
   * By how much the server's clock is ahead; empty without any {@code Date}, and if no offset fits
   * all of them.
   *
   * @param origin when the fleet's clock is 0, by the generator's clock
   */
  public synchronized Optional<ClockOffset> offset(Instant origin) {
    if (lowest == Long.MIN_VALUE || lowest > highest + INEXACT_NANOS) {
      return Optional.empty();
    }
    long own = origin.getEpochSecond() * SECOND_NANOS + origin.getNano();
    return Optional.of(
        new ClockOffset(
            millis(Math.min(lowest, highest) - own),
            millis(Math.max(lowest, highest) - own),
            lowest <= highest));
  }

  private static double millis(long nanos) {
    return Math.round(nanos / 1e3) / 1e3;
  }
}
