package fleetpoll.http;

import fleetpoll.http.tls.CertificateRefusal;
import fleetpoll.record.Outcome;
import fleetpoll.text.Reason;
import fleetpoll.text.Unseen;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import java.security.cert.CertificateException;

/**
 * How a poll ended.
 *
 * @param message what went wrong; null if nothing did
 */
record PollEnd(Outcome outcome, String message) {

  static final PollEnd OK = new PollEnd(Outcome.OK, null);

  /** A server's words are part of a message: a terminal must not obey them. */
  PollEnd {
    message = message == null ? null : Unseen.escaped(message);
  }

  /** Something that should not happen. */
  static PollEnd fault(Throwable thrown) {
    return new PollEnd(Outcome.OTHER, "the generator itself failed: " + Reason.of(thrown));
  }

  /** The same with a reason; a success needs none. */
  PollEnd because(String why) {
    return message == null ? this : new PollEnd(outcome, message + ": " + why);
  }

  static PollEnd of(Throwable failure, Reasons.Phase phase, String what) {
    return of(Reasons.outcome(failure, phase), what, failure);
  }

  static PollEnd of(Outcome outcome, String what, Throwable failure) {
    return new PollEnd(outcome, what + ": " + text(failure));
  }

  /**
   * An open connection is gone.
   *
   * @param failure null if the other end closed it
   * @param peer who is at the other end
   */
  static PollEnd broken(Throwable failure, boolean isBeforeAnswer, String peer) {
    String when = isBeforeAnswer ? "before the answer" : "within the answer's body";
    return failure == null
        ? new PollEnd(Outcome.CLOSED, peer + " closed the connection " + when)
        : of(failure, Reasons.Phase.CONNECTED, when);
  }

  /** What an exception says, or its type in words if it says nothing. */
  static String text(Throwable failure) {
    Throwable telling = telling(failure);
    return CertificateRefusal.ofAlert(telling.getMessage()).orElseGet(() -> Reason.of(telling));
  }

  /** TLS itself says of a refused certificate only that it was refused. */
  private static Throwable telling(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof CertificateException) {
        return cause;
      }
    }
    return failure;
  }

  /** What is wrong with bytes that are no answer. */
  static String badAnswer(Throwable cause, AnswerLimits limits) {
    if (cause instanceof TooLongHttpLineException) {
      return "the answer's status line is longer than " + limits.statusLine() + " bytes";
    }
    if (cause instanceof TooLongHttpHeaderException) {
      return "the answer's header is longer than " + limits.header() + " bytes";
    }
    return "the answer is not HTTP: " + text(cause);
  }
}
