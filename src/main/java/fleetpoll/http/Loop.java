package fleetpoll.http;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/**
 * What the connections of one event loop share.
 *
 * @param executor runs a task on the event loop, later
 * @param clock monotonic, in nanoseconds
 * @param tls for https; without it a poll of https fails
 */
public record Loop(
    Executor executor,
    LongSupplier clock,
    Sockets sockets,
    LookUps lookUps,
    Optional<Tls> tls,
    Limits limits,
    Deadlines deadlines,
    Incidents incidents) {

  long nowNanos() {
    return clock.getAsLong();
  }

  /** Hands a fault on; one of the fault's own listener has nobody to hear of it. */
  void fault(Throwable thrown) {
    try {
      incidents.fault(thrown);
    } catch (Throwable deaf) {
      thrown.addSuppressed(deaf);
    }
  }
}
