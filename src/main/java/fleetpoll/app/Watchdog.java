package fleetpoll.app;

import fleetpoll.fleet.Companion;
import fleetpoll.fleet.Fleet;
import fleetpoll.fleet.FleetClock;
import fleetpoll.process.ExitCode;
import fleetpoll.record.FleetRecorder;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Ends a run whose devices do not leave when their time is over, so that no fault can hang it.
 * First it asks the devices to leave; if they do not, it ends the process, which stores the run.
 */
final class Watchdog implements Companion {

  /** How long the last answers and their bookkeeping may take. */
  private static final Duration GRACE = Duration.ofSeconds(10);

  private final Supplier<Fleet> fleet;
  private final Duration timeout;
  private final CountDownLatch left = new CountDownLatch(1);

  /**
   * @param fleet supplies the fleet after the run has begun
   * @param timeout of one poll
   */
  Watchdog(Supplier<Fleet> fleet, Duration timeout) {
    this.fleet = fleet;
    this.timeout = timeout;
  }

  @Override
  public void begin(FleetClock clock, FleetRecorder recorder, long endNanos) {
    long patienceNanos = endNanos - clock.nowNanos() + timeout.plus(GRACE).toNanos();
    Thread thread = new Thread(() -> watch(patienceNanos), "watchdog");
    thread.setDaemon(true);
    thread.start();
  }

  private void watch(long patienceNanos) {
    try {
      if (left.await(patienceNanos, TimeUnit.NANOSECONDS)) {
        return;
      }
      Fleet late = fleet.get();
      System.err.printf(
          Locale.ROOT,
          "%,d of %,d devices have not left %s after their last tick: the run is ended.%n",
          late.settings().devices() - late.leftCount(),
          late.settings().devices(),
          timeout.plus(GRACE).toSeconds() + " s");
      late.abandon();
      if (!left.await(GRACE.toNanos(), TimeUnit.NANOSECONDS)) {
        System.exit(ExitCode.FAILURE.number());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void finish() {
    left.countDown();
  }
}
