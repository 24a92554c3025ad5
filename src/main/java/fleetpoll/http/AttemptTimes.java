package fleetpoll.http;

import fleetpoll.record.Opening;
import java.util.function.LongSupplier;

/** How long the steps of an attempt to open a connection took. */
final class AttemptTimes {

  private final LongSupplier clock;
  private long beginNanos;
  private long lookUpNanos;
  private long connectNanos;
  private long tlsNanos;
  private boolean isConnected;
  private boolean isSecured;

  AttemptTimes(LongSupplier clock) {
    this.clock = clock;
  }

  void begin() {
    beginNanos = clock.getAsLong();
  }

  void lookedUp() {
    lookUpNanos = lap();
  }

  /** By TCP, or, through a proxy's tunnel, when that is open. */
  void connected() {
    connectNanos = lap();
    isConnected = true;
  }

  void secured() {
    tlsNanos = lap();
    isSecured = true;
  }

  private long lap() {
    long now = clock.getAsLong();
    long lap = now - beginNanos;
    beginNanos = now;
    return lap;
  }

  /** What it has come to so far. */
  Opening opening() {
    return new Opening(isConnected ? 1 : 0, lookUpNanos, connectNanos, isSecured ? 1 : 0, tlsNanos);
  }
}
