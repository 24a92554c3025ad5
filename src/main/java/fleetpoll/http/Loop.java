package fleetpoll.http;

import fleetpoll.http.link.Link;
import fleetpoll.http.tls.Tls;
import io.netty.channel.Channel;
import io.netty.channel.ChannelException;
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
    AnswerLimits limits,
    KnownHeads heads,
    Deadlines deadlines,
    Incidents incidents) {

  /** The same, but each connection is behind a link of this kind. */
  public Loop over(Link link) {
    return new Loop(
        executor,
        clock,
        toLocalAddress -> link.put(sockets.open(toLocalAddress)),
        lookUps,
        tls,
        limits,
        heads,
        deadlines,
        incidents);
  }

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

  /** Hears, on the event loop, what no poll's result can say. */
  public interface Incidents {

    /**
     * A server sent more than the answer: bytes after its end, or when no poll waited. The answer
     * counts, the connection was closed. Once for each such connection.
     */
    void surplus();

    /** Something threw that should not: a listener, a content check, or this package itself. */
    void fault(Throwable thrown);
  }

  /** Makes sockets on an event loop. */
  public interface Sockets {

    /**
     * A socket that is registered with the event loop, has no handlers and is not connected.
     *
     * @param toLocalAddress whether it is going to be bound to a local address
     * @throws ChannelException if the system gives none
     */
    Channel open(boolean toLocalAddress);
  }
}
