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
    for (long tick = from + 1; tick <= to; tick++) {
      if (tick == to || isStalled(tick) != isStalled(first)) {
        missed.missed(first, tick, isStalled(first) ? MissedCause.GENERATOR : cause);
        first = tick;
      }
    }
  }

  private boolean isStalled(long tick) {
    return loop.contains(grid.dueNanos(tick));
  }
}
