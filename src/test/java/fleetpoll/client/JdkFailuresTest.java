package fleetpoll.client;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.record.Outcome;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JdkFailuresTest {

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(new HttpTimeoutException("request timed out"), Outcome.TIMEOUT),
        Arguments.of(new HttpConnectTimeoutException("connect timed out"), Outcome.TIMEOUT),
        Arguments.of(
            wrapped(new ConnectException(), new ConnectException("Connection refused")),
            Outcome.REFUSED),
        Arguments.of(
            wrapped(new ConnectException(), new UnresolvedAddressException()), Outcome.DNS),
        Arguments.of(wrapped(new ConnectException(), new IOException("?")), Outcome.OTHER),
        Arguments.of(
            wrapped(new IOException("send"), new SocketException("Connection reset")),
            Outcome.RESET),
        Arguments.of(new IOException("HTTP/1.1 header parser received no bytes"), Outcome.CLOSED),
        Arguments.of(wrapped(new IOException("send"), new EOFException()), Outcome.CLOSED),
        Arguments.of(
            new IOException("fixed content-length: 100, bytes received: 50", new EOFException()),
            Outcome.CLOSED),
        Arguments.of(new SSLHandshakeException("no"), Outcome.TLS),
        Arguments.of(new SocketException("Too many open files"), Outcome.EXHAUSTED));
  }

  private static Throwable wrapped(Throwable outer, Throwable inner) {
    outer.initCause(inner);
    return outer;
  }

  @ParameterizedTest
  @MethodSource("failures")
  void reasons(Throwable failure, Outcome outcome) {
    assertThat(JdkFailures.outcome(failure)).isEqualTo(outcome);
  }
}
