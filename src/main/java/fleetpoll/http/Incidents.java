package fleetpoll.http;

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
