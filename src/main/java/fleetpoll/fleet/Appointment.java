package fleetpoll.fleet;

import fleetpoll.settings.FleetSettings;
import io.netty.channel.EventLoop;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * When a fleet begins: as soon as it is ready, or with others at an instant.
 *
 * @param origin the instant at which the warm-up of the fleet begins; empty: at once
 */
record Appointment(Optional<Instant> origin) {

  /** Gives every event loop the time to start before the first device is due. */
  private static final long LEAD_NANOS = 100_000_000;

  /** The wall clock may be set while the fleet waits. */
  private static final long LONGEST_WAIT_NANOS = 1_000_000_000;

  static Appointment of(FleetSettings settings) {
    return new Appointment(
        settings.shard().startAt().map(firstTick -> firstTick.minus(settings.warmUp())));
  }

  /** By how much a fleet is late that starts now; 0 if it is not. */
  long lateNanos(Instant now) {
    return origin
        .filter(now::isAfter)
        .map(planned -> Duration.between(planned, now).toNanos())
        .orElse(0L);
  }

  /** How long the fleet still has to wait. */
  long waitNanos(Instant now) {
    return origin
        .map(planned -> Duration.between(now, planned).toNanos() - LEAD_NANOS)
        .map(nanos -> Math.max(0, nanos))
        .orElse(0L);
  }

  /** Starts the fleet when it is time. */
  void await(EventLoop loop, Runnable start) {
    long nanos = waitNanos(Instant.now());
    if (nanos == 0) {
      start.run();
    } else {
      long step = Math.min(nanos, LONGEST_WAIT_NANOS);
      loop.schedule(() -> await(loop, start), step, TimeUnit.NANOSECONDS);
    }
  }

  /**
   * The clock of a fleet that starts now. A late one's origin is past: its first ticks are missed,
   * and all others are where they were planned.
   *
   * @param now when it starts
   */
  FleetClock clock(Moment now) {
    Instant begin = origin.orElseGet(() -> now.instant().plusNanos(LEAD_NANOS));
    return new FleetClock(now.nanoTime() + Duration.between(now.instant(), begin).toNanos(), begin);
  }
}
