package fleetpoll.client;

import fleetpoll.record.Outcome;
import java.io.EOFException;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import javax.net.ssl.SSLException;

/** What a failure of the JDK's HTTP client means. */
final class JdkFailures {

  private JdkFailures() {}

  /** The outcome of the first cause that is known; {@link Outcome#OTHER} where none is. */
  static Outcome outcome(Throwable failure) {
    // A connection that could not be made is a ConnectException whatever the reason.
    Outcome outcome = Outcome.OTHER;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      Outcome known = known(cause);
      outcome = known == Outcome.OTHER ? outcome : known;
    }
    return outcome;
  }

  private static Outcome known(Throwable cause) {
    if (cause instanceof HttpTimeoutException) {
      return Outcome.TIMEOUT;
    }
    if (cause instanceof UnresolvedAddressException) {
      return Outcome.DNS;
    }
    if (cause instanceof SSLException) {
      return Outcome.TLS;
    }
    String message = String.valueOf(cause.getMessage());
    if (message.contains("Connection refused")) {
      return Outcome.REFUSED;
    }
    if (message.contains("Connection reset")) {
      return Outcome.RESET;
    }
    if (message.contains("Too many open files") || message.contains("assign requested address")) {
      return Outcome.EXHAUSTED;
    }
    boolean isClosed =
        cause instanceof EOFException
            || message.contains("received no bytes")
            || message.contains("EOF")
            || message.contains("closed")
            || message.contains("Broken pipe");
    return isClosed && !(cause instanceof ConnectException) ? Outcome.CLOSED : Outcome.OTHER;
  }
}
