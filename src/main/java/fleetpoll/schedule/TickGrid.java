package fleetpoll.schedule;

/**
 * The instants at which a device is due to poll: {@code first + k · interval} for k = 0 … ticks −
 * 1, unless the device is away now and then, or its ticks are moved. Instants are nanoseconds on
 * one monotonic clock, such as {@link System#nanoTime()}. Only their differences have a meaning, so
 * they may be negative.
 *
 * @param firstNanos the instant of tick 0; with a duty, when the device begins
 * @param intervalNanos between two ticks, at least 1
 * @param ticks how many there are, at least 0
 * @param jitter moves each tick by less than an interval; null: none is moved
 * @param duty when the device is away; null: never
 */
public record TickGrid(
    long firstNanos, long intervalNanos, long ticks, TickJitter jitter, DutyCycle duty) {

  /**
   * @throws IllegalArgumentException if the interval is not positive or the ticks are negative
   */
  public TickGrid {
    if (intervalNanos < 1 || ticks < 0) {
      throw new IllegalArgumentException("interval " + intervalNanos + " ns, " + ticks + " ticks");
    }
  }

  /** The grid of a device that is always there and whose ticks are not moved. */
  public TickGrid(long firstNanos, long intervalNanos, long ticks) {
    this(firstNanos, intervalNanos, ticks, null, null);
  }

  /** The instant at which tick {@code k} is due. */
  public long dueNanos(long k) {
    long place = duty == null ? firstNanos + k * intervalNanos : duty.placeNanos(k);
    return jitter == null ? place : place + jitter.nanos(k);
  }

  /** When the last tick's interval is over, or would be if the device were not away. */
  public long endNanos() {
    return duty == null ? firstNanos + ticks * intervalNanos : duty.endNanos();
  }

  /** Whether between any two ticks there is a multiple of {@code unitNanos}. */
  boolean isMultipleOf(long unitNanos) {
    return intervalNanos % unitNanos == 0
        && (jitter == null || jitter.slotNanos() % unitNanos == 0)
        && (duty == null || duty.cycleNanos() % unitNanos == 0);
  }

  /** How many ticks are due at {@code nowNanos} or before: 0 … ticks. */
  public long dueBy(long nowNanos) {
    long due = Math.min(ticks, placedBy(nowNanos));
    return jitter != null && due > 0 && dueNanos(due - 1) > nowNanos ? due - 1 : due;
  }

  private long placedBy(long nowNanos) {
    if (duty != null) {
      return duty.placedBy(nowNanos);
    }
    long sinceFirst = nowNanos - firstNanos;
    return sinceFirst < 0 ? 0 : sinceFirst / intervalNanos + 1;
  }

  /** Whether the device may poll: it is there, and its last interval is not over. */
  public boolean isOpen(long nowNanos) {
    return nowNanos < endNanos() && (duty == null || duty.isOn(nowNanos));
  }

  /** When the device leaves on its own account after tick {@code k}; the greatest: never. */
  public long leavesAfterNanos(long k) {
    return duty == null ? Long.MAX_VALUE : duty.leavesAfterNanos(k);
  }

  /** Whether the device leaves on its own account before tick {@code k}. */
  public boolean leavesBefore(long k) {
    return duty != null && leavesNanos(k) < duty.placeNanos(k);
  }

  /** When it leaves then. */
  public long leavesNanos(long k) {
    return Math.max(firstNanos, duty.leavesNanos(k));
  }
}
