package fleetpoll.fleet;

import fleetpoll.record.DeviceRecorder;
import fleetpoll.record.Outcome;
import fleetpoll.schedule.FleetSchedule;
import fleetpoll.schedule.RetrySchedule;
import fleetpoll.schedule.TickCursor;
import fleetpoll.schedule.TickGrid;

/**
 * Whether a device stays away and until when: after a storm, after failures of its own, or because
 * its duty is over for now. A success ends a row of failures, and so does a storm, in which the
 * device loses what it knew.
 */
final class Absence {

  private final FleetSchedule schedule;
  private final int device;
  private final DeviceRecorder record;
  private final RetrySchedule retry; // null: none
  private long backNanos = Long.MIN_VALUE;
  private boolean isAway;
  private boolean leaves;
  private long leavesNanos;
  private long leftBefore = -1; // the tick with which it comes back
  private int failures;
  private int backOffs;

  Absence(FleetSchedule schedule, int device, DeviceRecorder record) {
    this.schedule = schedule;
    this.device = device;
    this.record = record;
    this.retry = schedule.retry().orElse(null);
  }

  /** Whether a storm or a failure keeps it away. */
  boolean isAway() {
    return isAway;
  }

  /** When the device came back last, or will; {@link Long#MIN_VALUE} if it never was away. */
  long backNanos() {
    return backNanos;
  }

  /** A storm strikes. */
  void strike(int storm, long nowNanos) {
    boolean wasAway = isAway;
    failures = 0;
    stayUntil(schedule.storms().backNanos(device, storm), nowNanos);
    if (wasAway && !isAway) {
      record.backOff().end(nowNanos);
    }
  }

  /** A poll of the measured window has ended. */
  void ended(Outcome outcome, long endNanos, long nowNanos) {
    if (outcome.isOk()) {
      failures = 0;
    } else if (retry != null && !isOwnDoing(outcome)) {
      failures++;
      stayUntil(endNanos + retry.backOffNanos(device, failures, backOffs), nowNanos);
      backOffs++;
    }
  }

  private static boolean isOwnDoing(Outcome outcome) {
    return outcome.equals(Outcome.DROPPED) || outcome.equals(Outcome.INTERRUPTED);
  }

  private void stayUntil(long nanos, long nowNanos) {
    backNanos = nanos;
    setAway(nanos > nowNanos);
  }

  private void setAway(boolean away) {
    isAway = away;
    record.stayAway(away);
  }

  /** The device comes back; returns whether the next tick is one that came due meanwhile. */
  boolean comeBack() {
    setAway(false);
    return record.backOff().comeBack(backNanos);
  }

  /** The run ends. */
  void interrupt(long nowNanos) {
    if (isAway) {
      record.backOff().end(nowNanos);
    }
  }

  /**
   * When the idle device must act.
   *
   * @param dueNanos of its next tick
   * @param isMeasured whether that is part of the measured window
   */
  long wakeNanos(long dueNanos, boolean isMeasured) {
    TickGrid grid = record.grid();
    long wakeNanos = isAway ? Math.min(Math.max(dueNanos, backNanos), grid.endNanos()) : dueNanos;
    long next = record.cursor().next();
    leavesNanos =
        !hasLeft() && grid.leavesBefore(next)
            ? grid.leavesNanos(next)
            : grid.leavesAfterNanos(next);
    leaves = isMeasured && leavesNanos <= wakeNanos;
    return leaves ? leavesNanos : wakeNanos;
  }

  /** Whether its duty is over when it must act next, also if it stays away anyway. */
  boolean leaves() {
    return leaves;
  }

  /** Its duty is over until the first tick of the next one. */
  void leave(long nowNanos) {
    leaves = false;
    TickCursor cursor = record.cursor();
    if (isAway) {
      record.backOff().end(leavesNanos);
    }
    if (cursor.hasNext()) {
      record.part(nowNanos);
      leftBefore = cursor.next();
      setAway(isAway && backNanos > cursor.nextDueNanos());
    }
  }

  /** Whether its duty was over and it has not come back yet. */
  boolean hasLeft() {
    return leftBefore == record.cursor().next();
  }
}
