package fleetpoll.record;

import fleetpoll.schedule.MissedCause;
import fleetpoll.schedule.MissedTicks;
import fleetpoll.schedule.TickGrid;
import fleetpoll.stall.StallRecorder;

/**
 * Blames the generator for the missed ticks that came due while the device's event loop stood
 * still, whatever the device was doing. Belongs to the device's thread.
 */
final class StalledTicks implements MissedTicks {

  private final TickGrid grid;
  private final MissedTicks missed;
  private StallRecorder loop = StallRecorder.NONE;

  StalledTicks(TickGrid grid, MissedTicks missed) {
    this.grid = grid;
    this.missed = missed;
  }

  /** The device's event loop from now on. */
  void of(StallRecorder loop) {
    this.loop = loop;
  }

  /** Whether a stall was part of the time that a poll took, from its due on. */
  boolean touch(Poll poll) {
    return loop.touches(poll.dueNanos(), poll.endNanos());
  }

  @Override
  public void missed(long from, long to, MissedCause cause) {
    long first = from;
    MissedCause firstCause = cause(first, cause);
    for (long tick = from + 1; tick < to; tick++) {
      MissedCause own = cause(tick, cause);
      if (own != firstCause) {
        missed.missed(first, tick, firstCause);
        first = tick;
        firstCause = own;
      }
    }
    if (first < to) {
      missed.missed(first, to, firstCause);
    }
  }

  private MissedCause cause(long tick, MissedCause otherwise) {
    return isStalled(grid.dueNanos(tick)) ? MissedCause.GENERATOR : otherwise;
  }

  /** Whether the event loop stood still at an instant that has passed. */
  boolean isStalled(long nanos) {
    return loop.contains(nanos);
  }
}
