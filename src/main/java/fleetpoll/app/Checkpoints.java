package fleetpoll.app;

import fleetpoll.checkpoint.Checkpoint;
import fleetpoll.fleet.Companion;
import fleetpoll.fleet.FleetClock;
import fleetpoll.record.FleetRecorder;
import fleetpoll.run.RunFolder;
import fleetpoll.run.unfinished.CheckpointFolder;
import fleetpoll.schedule.CheckpointInterval;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Stores a checkpoint of the run now and then, from the fleet's start until its last device has
 * left, on a thread of its own. One that cannot be stored costs nothing but itself.
 */
final class Checkpoints implements Companion, AutoCloseable {

  private static final long PATIENCE_SECONDS = 30;

  private final Supplier<RunRecord> record;
  private final CountDownLatch over = new CountDownLatch(1);
  private volatile Thread thread;
  private final StoreAttempts attempts =
      new StoreAttempts(() -> over.getCount() == 0, System.err::println);

  /**
   * @param record supplies the run's record after the run has begun
   */
  Checkpoints(Supplier<RunRecord> record) {
    this.record = record;
  }

  @Override
  public void begin(FleetClock clock, FleetRecorder recorder, long endNanos) {
    thread = new Thread(() -> take(clock, recorder), "checkpoints");
    thread.setDaemon(true);
    thread.start();
  }

  private void take(FleetClock clock, FleetRecorder recorder) {
    RunRecord run = record.get();
    Optional<Path> folder = run.directory().find();
    if (folder.isEmpty()) {
      return;
    }
    try {
      // Until now nobody knew when the measured window would begin.
      attempts.attempt(() -> new RunFolder(folder.get()).write(run.begun()));
      Optional<CheckpointInterval> interval = CheckpointInterval.of(run.fleet().settings());
      if (interval.isPresent()) {
        long everyNanos = interval.get().every().toNanos();
        CheckpointFolder checkpoints = CheckpointFolder.of(folder.get());
        Checkpoint checkpoint =
            new Checkpoint(
                run.fleet().settings(),
                recorder,
                clock::nowNanos,
                checkpoints,
                run.watch().seconds());
        for (long at = everyNanos; !isOverAt(at, clock); at = next(at, everyNanos, clock)) {
          attempts.attempt(() -> checkpoint.take(run.fleet().crews(), new CheckpointJudge(run)));
        }
      }
    } catch (InterruptedException theRunEnds) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits until {@code atNanos}, or until the run is over if that is earlier. */
  private boolean isOverAt(long atNanos, FleetClock clock) throws InterruptedException {
    return over.await(Math.max(0, atNanos - clock.nowNanos()), TimeUnit.NANOSECONDS);
  }

  /** One that is late does not make the others late, and is not made up for. */
  private static long next(long atNanos, long everyNanos, FleetClock clock) {
    long late = Math.max(0, clock.nowNanos() - atNanos);
    return atNanos + (late / everyNanos + 1) * everyNanos;
  }

  @Override
  public void finish() {
    over.countDown();
  }

  /** Takes no more checkpoints, and waits, within a bound, for one that is being taken. */
  @Override
  public void close() {
    over.countDown();
    Thread taking = thread;
    if (taking == null) {
      return;
    }
    taking.interrupt();
    try {
      taking.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
