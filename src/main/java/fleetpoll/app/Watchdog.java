package fleetpoll.app;

import fleetpoll.figure.Numbers;
import fleetpoll.fleet.Companion;
import fleetpoll.fleet.Fleet;
import fleetpoll.fleet.FleetClock;
import fleetpoll.process.ExitCode;
import fleetpoll.record.FleetRecorder;
import fleetpoll.schedule.LongestTimes;
import fleetpoll.settings.FleetSettings;
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

  private static final Duration GRACE = Duration.ofSeconds(10);

  private static final long STEP_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final Supplier<Fleet> fleet;
  private final Duration patience;
  private final Duration grace;
  private final Runnable end;
  private final CountDownLatch left = new CountDownLatch(1);

  /**
   * @param fleet supplies the fleet after the run has begun
   * @param patience from the end of the last interval on, longer than a tick can take
   * @param grace for the devices to leave once they are let
   * @param end of the process
   */
  Watchdog(Supplier<Fleet> fleet, Duration patience, Duration grace, Runnable end) {
    this.fleet = fleet;
    this.patience = patience;
    this.grace = grace;
    this.end = end;
  }

  /** Of this process, with time for the last answers and their bookkeeping. */
  static Watchdog ofThisProcess(Supplier<Fleet> fleet, FleetSettings settings) {
    return new Watchdog(
        fleet, patience(settings), GRACE, () -> System.exit(ExitCode.FAILURE.number()));
  }

  /** A device may begin its last tick when its last interval ends, after a back-off. */
  static Duration patience(FleetSettings settings) {
    return LongestTimes.tick(settings).plus(GRACE);
  }

  @Override
  public void begin(FleetClock clock, FleetRecorder recorder, long endNanos) {
    long waitNanos = endNanos - clock.nowNanos() + patience.toNanos();
    Thread thread = new Thread(() -> watch(waitNanos), "watchdog");
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Until the devices have left, or the process must end.
   *
   * @param waitNanos until they must have left
   */
  void watch(long waitNanos) {
    try {
      if (haveLeft(waitNanos)) {
        return;
      }
      Fleet late = fleet.get();
      System.err.printf(
          Locale.ROOT,
          "Of %s, %,d had not left %s after the last interval: the run is ended.%n",
          Numbers.counted(late.settings().ownDevices(), "device"),
          late.settings().ownDevices() - late.leftCount(),
          patience.toSeconds() + " s");
      late.abandon();
      if (!left.await(grace.toNanos(), TimeUnit.NANOSECONDS)) {
        end.run();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits in steps: of the time for which this whole process stood still, one counts at most. */
  private boolean haveLeft(long waitNanos) throws InterruptedException {
    long rest = waitNanos;
    for (; rest > STEP_NANOS; rest -= STEP_NANOS) {
      if (left.await(STEP_NANOS, TimeUnit.NANOSECONDS)) {
        return true;
      }
    }
    return left.await(rest, TimeUnit.NANOSECONDS);
  }

  @Override
  public void finish() {
    left.countDown();
  }
}
