package fleetpoll.run.shard;

import java.util.Optional;
import java.util.OptionalLong;

/** How a generator started, next to the fleet's others. Safe for concurrent use. */
public final class StartRecorder {

  private final Optional<ServerClock> serverClock;
  private OptionalLong lateNanos = OptionalLong.empty();

  /**
   * A generator that has not started.
   *
   * @param comparesClocks whether to find out how its clock is set against the server's
   */
  public StartRecorder(boolean comparesClocks) {
    serverClock = comparesClocks ? Optional.of(new ServerClock()) : Optional.empty();
  }

  /** What the server's clock shows; empty if nobody asks. */
  public Optional<ServerClock> serverClock() {
    return serverClock;
  }

  /**
   * The generator started.
   *
   * @param lateNanos after the warm-up was to begin; 0 if it was in time
   */
  public synchronized void readyAfter(long lateNanos) {
    this.lateNanos = OptionalLong.of(lateNanos);
  }

  /** By how much it was late, or 0; empty if it has not started, or at no given instant. */
  public synchronized OptionalLong lateNanos() {
    return lateNanos;
  }
}
