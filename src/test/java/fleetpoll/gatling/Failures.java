package fleetpoll.gatling;

import fleetpoll.record.Outcome;
import io.gatling.http.client.impl.PrematureCloseException;
import io.gatling.http.client.impl.RequestTimeoutException;
import io.netty.channel.ConnectTimeoutException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import javax.net.ssl.SSLException;

/** What a failure of the HTTP client means to a device. */
final class Failures {

  private Failures() {}

  /** The outcome of the deepest cause that is known; {@link Outcome#OTHER} where none is. */
  static Outcome outcome(Throwable failure) {
    Outcome outcome = Outcome.OTHER;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      Outcome known = known(cause);
      outcome = known == Outcome.OTHER ? outcome : known;
    }
    return outcome;
  }

  private static Outcome known(Throwable cause) {
    if (cause instanceof RequestTimeoutException || cause instanceof ConnectTimeoutException) {
      return Outcome.TIMEOUT;
    }
    if (cause instanceof ReplayRefused
        || cause instanceof PrematureCloseException
        || cause instanceof ClosedChannelException) {
      return Outcome.CLOSED;
    }
    if (cause instanceof UnknownHostException) {
      return Outcome.DNS;
    }
    if (cause instanceof SSLException) {
      return Outcome.TLS;
    }
    if (cause instanceof Interruption) {
      return Outcome.INTERRUPTED;
    }
    return cause instanceof IOException ? ofSystemCall(cause) : Outcome.OTHER;
  }

  /** The operating system's errors differ in their text alone. */
  private static Outcome ofSystemCall(Throwable cause) {
    String message = String.valueOf(cause.getMessage());
    if (message.contains("Connection refused")) {
      return cause instanceof ConnectException ? Outcome.REFUSED : Outcome.OTHER;
    }
    if (message.contains("Connection reset")) {
      return Outcome.RESET;
    }
    if (message.contains("Too many open files") || message.contains("assign requested address")) {
      return Outcome.EXHAUSTED;
    }
    return message.contains("Broken pipe") ? Outcome.CLOSED : Outcome.OTHER;
  }
}
