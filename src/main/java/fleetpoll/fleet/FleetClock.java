package fleetpoll.fleet;

import java.time.Instant;

/**
 * The fleet's monotonic clock: nanoseconds since the fleet's origin, the instant at which the first
 * device's warm-up begins, and that instant on the wall clock.
 */
public record FleetClock(long originNanos, Instant origin) {

  /** Now, in nanoseconds since the origin. */
  public long nowNanos() {
    return System.nanoTime() - originNanos;
  }

  private long originEpochNanos() {
    return origin.getEpochSecond() * 1_000_000_000L + origin.getNano();
  }

  /** An instant of this clock in milliseconds since the epoch. */
  public long epochMillis(long nanos) {
    return Math.floorDiv(originEpochNanos() + nanos, 1_000_000L);
  }
}
