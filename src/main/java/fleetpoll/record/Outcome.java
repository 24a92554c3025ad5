package fleetpoll.record;

import java.util.List;

/**
 * How a poll ended: with the expected answer, or for which reason not.
 *
 * @param text {@code ok}, {@code status 503} (always the code received), or one of the constants'
 *     words
 */
public record Outcome(String text) {

  /** The expected status, the expected length. */
  public static final Outcome OK = new Outcome("ok");

  /** Nobody listened at the target's address. */
  public static final Outcome REFUSED = new Outcome("refused");

  /** The target reset the connection. */
  public static final Outcome RESET = new Outcome("reset");

  /** The target closed the connection before the answer was complete. */
  public static final Outcome CLOSED = new Outcome("closed");

  /** No complete answer came within the time-out. */
  public static final Outcome TIMEOUT = new Outcome("timeout");

  /** The answer had the expected status, but a body of another length. */
  public static final Outcome LENGTH = new Outcome("length");

  /** The answer had the expected status and length, but not the expected content. */
  public static final Outcome CONTENT = new Outcome("content");

  /** No way led to the target's address. */
  public static final Outcome UNREACHABLE = new Outcome("unreachable");

  /** The target's name could not be resolved. */
  public static final Outcome DNS = new Outcome("dns");

  /** The TLS handshake or its data failed. */
  public static final Outcome TLS = new Outcome("tls");

  /** The generator had no open file or no local port left for a connection. */
  public static final Outcome EXHAUSTED = new Outcome("exhausted");

  /** The device itself dropped its connection, in a storm, while the poll was in flight. */
  public static final Outcome DROPPED = new Outcome("dropped");

  /** The run was interrupted while the poll was in flight. */
  public static final Outcome INTERRUPTED = new Outcome("interrupted");

  /** Anything else; the message says what. */
  public static final Outcome OTHER = new Outcome("other");

  /** The failures that have a word of their own: all except those of a status. */
  public static final List<Outcome> FAILURES =
      List.of(
          REFUSED,
          RESET,
          CLOSED,
          TIMEOUT,
          LENGTH,
          CONTENT,
          UNREACHABLE,
          DNS,
          TLS,
          EXHAUSTED,
          DROPPED,
          INTERRUPTED,
          OTHER);

  /** An answer with another status than the expected one. */
  public static Outcome status(int code) {
    return new Outcome("status " + code);
  }

  /** Whether the poll succeeded. */
  public boolean isOk() {
    // Each poll asks, and a record's own equals is slow before C2 has compiled it.
    return text.equals(OK.text);
  }
}
