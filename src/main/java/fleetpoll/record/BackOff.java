package fleetpoll.record;

import fleetpoll.schedule.TickCursor;
import fleetpoll.schedule.TickGrid;
import java.util.function.LongPredicate;

/**
 * A device's way back from a back-off.
 *
 * @param containsPoll whether a tick polls any endpoint
 */
record BackOff(TickGrid grid, TickCursor cursor, LongPredicate containsPoll) {

  /** See {@link DeviceRecorder#comeBack}. */
  boolean comeBack(long backNanos) {
    long due = grid.dueBy(backNanos);
    long tick = backNanos < grid.endNanos() ? latestPoll(due) : due;
    cursor.skipBackOff(tick);
    return tick < due;
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
