package fleetpoll.fleet;

import java.time.Instant;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * One moment by the wall clock and by the monotonic one.
 *
 * @param nanoTime as {@link System#nanoTime} counts
 */
record Moment(Instant instant, long nanoTime) {

  /** Between two readings the thread may stand still; then they are not of one moment. */
  private static final long EXACT_NANOS = 1_000_000;

  /** A machine that is always busy must not keep a fleet from starting. */
  private static final int MOST_TRIES = 20;

  static Moment now() {
    return of(Instant::now, System::nanoTime);
  }

  /** Reads both until they belong together, and takes the best if they never do. */
  static Moment of(Supplier<Instant> wall, LongSupplier monotonic) {
    Moment best = null;
    long least = Long.MAX_VALUE;
    for (int tries = 0; tries < MOST_TRIES && least > EXACT_NANOS; tries++) {
      long before = monotonic.getAsLong();
      Instant instant = wall.get();
      long took = monotonic.getAsLong() - before;
      if (took < least) {
        least = took;
        best = new Moment(instant, before + took / 2);
      }
    }
    return best;
  }
}
