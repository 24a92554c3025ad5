package fleetpoll.schedule;

/**
 * The instants at which a device is due to poll: {@code first + k · interval} for k = 0 … ticks −
 * 1. Instants are nanoseconds on one monotonic clock, such as {@link System#nanoTime()}. Only their
 * differences have a meaning, so they may be negative.
 *
 * @param firstNanos the instant of tick 0
 * @param intervalNanos between two ticks, at least 1
 * @param ticks how many there are, at least 0
 */
public record TickGrid(long firstNanos, long intervalNanos, long ticks) {

  /**
   * @throws IllegalArgumentException if the interval is not positive or the ticks are negative
   */
  public TickGrid {
    if (intervalNanos < 1 || ticks < 0) {
      throw new IllegalArgumentException("interval " + intervalNanos + " ns, " + ticks + " ticks");
    }
  }

  /** The instant at which tick {@code k} is due. */
  public long dueNanos(long k) {
    return firstNanos + k * intervalNanos;
  }

  /** When the last tick's interval is over. */
  public long endNanos() {
    return dueNanos(ticks);
  }

  /** How many ticks are due at {@code nowNanos} or before: 0 … ticks. */
  public long dueBy(long nowNanos) {
    long sinceFirst = nowNanos - firstNanos;
    return sinceFirst < 0 ? 0 : Math.min(ticks, sinceFirst / intervalNanos + 1);
  }
}
