package fleetpoll.schedule;

/**
 * A device's place on its grid. Every tick is accounted for exactly once, in order: the cursor
 * either hands it out to be sent or reports it as missed, never both, and never hands out late
 * ticks in a burst. A device belongs to one thread; from others {@link #next()} alone may be
 * called.
 */
public final class TickCursor {

  private final TickGrid grid;
  private final MissedTicks missed;
  private volatile long next;

  /** A cursor before tick 0 of {@code grid} that reports to {@code missed}. */
  public TickCursor(TickGrid grid, MissedTicks missed) {
    this.grid = grid;
    this.missed = missed;
  }

  /**
   * The first tick not yet accounted for, which is also the number of those that are: 0 … ticks.
   * What is missed of them has been reported.
   */
  public long next() {
    return next;
  }

  /** Whether a tick is left. */
  public boolean hasNext() {
    return next < grid.ticks();
  }

  /** The instant at which {@link #next()} is due. */
  public long nextDueNanos() {
    return grid.dueNanos(next);
  }

  /** The device has been busy until now: it missed the ticks that came due until now. */
  public void skipBusy(long nowNanos) {
    skipTo(grid.dueBy(nowNanos), MissedCause.BUSY);
  }

  /** The device was not there until now: it missed the ticks that came due until now. */
  public void skipAbsent(long nowNanos) {
    skipTo(grid.dueBy(nowNanos), MissedCause.GENERATOR);
  }

  /**
   * The device stayed away: it missed the ticks before {@code tick} that are not yet accounted for.
   */
  public void skipBackOff(long tick) {
    skipTo(tick, MissedCause.BACK_OFF);
  }

  /**
   * The device is idle and its timer has fired: hands out the latest tick that is due and reports
   * older ones as missed. If the timer fired early, by clock rounding, hands out the next tick.
   *
   * @throws IllegalStateException if no tick is left
   */
  public long take(long nowNanos) {
    if (!hasNext()) {
      throw new IllegalStateException("all " + grid.ticks() + " ticks are accounted for");
    }
    skipTo(grid.dueBy(nowNanos) - 1, MissedCause.GENERATOR);
    long tick = next;
    next = tick + 1;
    return tick;
  }

  private void skipTo(long tick, MissedCause cause) {
    if (tick > next) {
      missed.missed(next, tick, cause);
      // Afterwards, because other threads believe that what is before it has been reported.
      next = tick;
    }
  }
}
