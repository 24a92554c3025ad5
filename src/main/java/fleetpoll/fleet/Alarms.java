package fleetpoll.fleet;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * Wakes many at their instants with one timer. All that is due is woken together, so devices whose
 * ticks lie on common slots of time share one wake-up of the processor. Belongs to one thread.
 */
final class Alarms {

  /** Who is woken. */
  abstract static class Sleeper {

    private long wakeNanos;
    private boolean isSet;

    /** It is time, or somewhat later. */
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
   *     does not take back those before it
   */
  Alarms(LongSupplier clock, LongConsumer timer) {
    this.clock = clock;
    this.timer = timer;
  }

  /** Wakes a sleeper at an instant; it has no other alarm. */
  void set(Sleeper sleeper, long wakeNanos) {
    sleeper.wakeNanos = wakeNanos;
    sleeper.isSet = true;
    sleepers.add(sleeper);
    arm();
  }

  /** Does not wake a sleeper; changes nothing if it has no alarm. */
  void cancel(Sleeper sleeper) {
    if (sleeper.isSet) {
      sleeper.isSet = false;
      sleepers.remove(sleeper);
    }
  }

  /**
   * The timer's instant has come.
   *
   * @param atNanos which instant; one that an earlier alarm has overtaken is ignored
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

  /** Wakes whoever is due by now; costs a look at the clock if nobody is. */
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
        next.isSet = false;
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
