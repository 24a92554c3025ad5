package fleetpoll.fleet;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * Wakes many sleepers at their instants with one timer. It wakes all that are due together, so
 * devices whose ticks lie on common slots of time share one wake-up of the processor. Belongs to
 * one thread.
 */
final class Alarms {

  /** One that is woken; it has one alarm at a time. */
  abstract static class Sleeper {

    private long wakeNanos;

    /** Called at the instant of the alarm, or somewhat later. */
    abstract void wake(long nowNanos);
  }

  private static final Comparator<Sleeper> BY_INSTANT =
      (one, other) -> Long.compare(one.wakeNanos, other.wakeNanos);

  private final PriorityQueue<Sleeper> sleepers = new PriorityQueue<>(BY_INSTANT);
  private final LongSupplier clock;
  private final LongConsumer timer;
  private long timerNanos = Long.MAX_VALUE;
  private boolean isWaking;

  /**
   * @param timer calls {@link #ring} at an instant of the clock, or somewhat later; a further call
   *     does not cancel earlier ones
   */
  Alarms(LongSupplier clock, LongConsumer timer) {
    this.clock = clock;
    this.timer = timer;
  }

  /** Wakes a sleeper at an instant; the sleeper must have no other alarm. */
  void set(Sleeper sleeper, long wakeNanos) {
    sleeper.wakeNanos = wakeNanos;
    sleepers.add(sleeper);
    arm();
  }

  /** Takes all alarms back. */
  void clear() {
    sleepers.clear();
  }

  /**
   * Called when the timer's instant has come.
   *
   * @param atNanos the instant; ignored if an earlier alarm has overtaken it
   */
  void ring(long atNanos) {
    if (atNanos != timerNanos) {
      return;
    }
    timerNanos = Long.MAX_VALUE;
    try {
      wakeDue();
    } finally {
      arm();
    }
  }

  /** Wakes all sleepers that are due; if none is, it only reads the clock. */
  void wakeDue() {
    if (isWaking) {
      return;
    }
    isWaking = true;
    try {
      for (Sleeper next = sleepers.peek(); next != null; next = sleepers.peek()) {
        long nowNanos = clock.getAsLong();
        if (next.wakeNanos > nowNanos) {
          break;
        }
        sleepers.poll();
        next.wake(nowNanos);
      }
    } finally {
      isWaking = false;
    }
  }

  private void arm() {
    Sleeper next = sleepers.peek();
    if (!isWaking && next != null && next.wakeNanos < timerNanos) {
      timerNanos = next.wakeNanos;
      timer.accept(timerNanos);
    }
  }
}
