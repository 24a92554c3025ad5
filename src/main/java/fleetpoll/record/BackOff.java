package fleetpoll.record;

import fleetpoll.schedule.TickCursor;
import fleetpoll.schedule.TickGrid;
import java.util.function.LongPredicate;

/**
 * A device's back-off: it stays away, and accounts for its ticks when it comes back or ends, or for
 * a checkpoint.
 *
 * @param containsPoll whether a tick polls any endpoint
 */
public record BackOff(TickGrid grid, TickCursor cursor, LongPredicate containsPoll) {

  /**
   * The device comes back. Of the ticks that came due during the back-off, it still polls the
   * latest one that contains a poll and misses the others; it misses all of them if its last tick's
   * interval is over, or if it is away on its own account.
   *
   * @return whether the cursor's next tick is one to poll
   */
  public boolean comeBack(long backNanos) {
    long due = grid.dueBy(backNanos);
    long tick = grid.isOpen(backNanos) ? latestPoll(due) : due;
    cursor.skipBackOff(tick);
    return tick < due;
  }

  /**
   * It lasts: the device has missed for certain what came due until now, but for the latest poll,
   * which it may still send when it comes back.
   */
  void last(long nowNanos) {
    cursor.skipBackOff(latestPoll(grid.dueBy(nowNanos)));
  }

  /** It does not come back: it misses everything that came due until now. */
  public void end(long nowNanos) {
    cursor.skipBackOff(grid.dueBy(nowNanos));
  }

  /** The latest tick before {@code end} that contains a poll; {@code end} if none is left. */
  private long latestPoll(long end) {
    for (long tick = end - 1; tick >= cursor.next(); tick--) {
      if (containsPoll.test(tick)) {
        return tick;
      }
    }
    return end;
  }
}
