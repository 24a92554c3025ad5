package fleetpoll.gatling;

import fleetpoll.record.Causes;
import fleetpoll.record.Outcome;
import io.gatling.http.client.impl.PrematureCloseException;
import io.gatling.http.client.impl.RequestTimeoutException;
import io.netty.channel.ConnectTimeoutException;
import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import javax.net.ssl.SSLException;

/** Translates failures of the HTTP client into outcomes. */
final class ClientFailures {

  private ClientFailures() {}

  /** The outcome of the deepest cause that is known; {@link Outcome#OTHER} if none is. */
  static Outcome outcome(Throwable failure) {
    return Causes.deepest(failure, ClientFailures::known);
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
    return cause instanceof IOException ? Causes.ofSystemCall(cause) : Outcome.OTHER;
  }
}
