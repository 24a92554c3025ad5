package fleetpoll.client;

import fleetpoll.record.Causes;
import fleetpoll.record.Outcome;
import java.io.EOFException;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import javax.net.ssl.SSLException;

/** Translates failures of the JDK's HTTP client into outcomes. */
final class JdkFailures {

  private JdkFailures() {}

  /** The outcome of the deepest cause that is known; {@link Outcome#OTHER} if none is. */
  static Outcome outcome(Throwable failure) {
    return Causes.deepest(failure, JdkFailures::known);
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
    Outcome ofSystemCall = Causes.ofSystemCall(cause);
    return ofSystemCall == Outcome.OTHER && isClosed(cause) ? Outcome.CLOSED : ofSystemCall;
  }

  /**
   * The JDK throws a ConnectException for every connection that could not be made, whatever the
   * reason.
   */
  private static boolean isClosed(Throwable cause) {
    String message = String.valueOf(cause.getMessage());
    return !(cause instanceof ConnectException)
        && (cause instanceof EOFException
            || message.contains("received no bytes")
            || message.contains("EOF")
            || message.contains("closed"));
  }
}
