package fleetpoll.it;

import fleetpoll.watch.Liveness;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Waits for a condition that another process brings about, within a bound. */
public final class Await {

  private static final Duration BOUND = Duration.ofSeconds(60);
  private static final Duration STEP = Duration.ofMillis(50);

  private Await() {}

  public static void until(Callable<Boolean> condition, Supplier<String> what) {
    long deadline = System.nanoTime() + BOUND.toNanos();
    while (!holds(condition)) {
      if (System.nanoTime() - deadline > 0) {
        throw new AssertionError("not within " + BOUND.toSeconds() + " s: " + what.get());
      }
      LockSupport.parkNanos(STEP.toNanos());
    }
  }

  public static void untilGone(long pid) {
    until(() -> !Liveness.isAlive(pid), () -> "process " + pid + " is gone");
  }

  private static boolean holds(Callable<Boolean> condition) {
    try {
      return condition.call();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
