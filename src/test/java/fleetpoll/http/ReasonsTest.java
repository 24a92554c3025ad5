package fleetpoll.http;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.http.Reasons.Phase;
import fleetpoll.record.Outcome;
import io.netty.channel.ChannelException;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.unix.Errors.NativeIoException;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.util.Locale;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A failure means the same in every language. */
class ReasonsTest {

  static {
    // The native exceptions' texts come from the library.
    Epoll.ensureAvailability();
  }

  private static final Locale BEFORE = Locale.getDefault();

  @AfterEach
  void restore() {
    Locale.setDefault(BEFORE);
  }

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(new NativeIoException("x", -104), Phase.CONNECTED, Outcome.RESET),
        Arguments.of(new NativeIoException("x", -32), Phase.CONNECTED, Outcome.CLOSED),
        Arguments.of(new NativeIoException("x", -110), Phase.CONNECTED, Outcome.TIMEOUT),
        Arguments.of(new NativeIoException("x", -113), Phase.CONNECTED, Outcome.UNREACHABLE),
        Arguments.of(new NativeIoException("x", -5), Phase.CONNECTED, Outcome.OTHER),
        Arguments.of(
            new ChannelException(new NativeIoException("x", -24)),
            Phase.OPENING,
            Outcome.EXHAUSTED),
        Arguments.of(new NativeIoException("x", -99), Phase.CONNECTING, Outcome.EXHAUSTED),
        Arguments.of(netty(111, "Verbindungsaufbau abgelehnt"), Phase.CONNECTING, Outcome.REFUSED),
        Arguments.of(
            netty(110, "Connexion terminée par expiration du délai d'attente"),
            Phase.CONNECTING,
            Outcome.TIMEOUT),
        Arguments.of(
            netty(99, "Die angeforderte Adresse kann nicht zugewiesen werden"),
            Phase.CONNECTING,
            Outcome.EXHAUSTED),
        Arguments.of(netty(104, "Connection refused"), Phase.CONNECTING, Outcome.RESET),
        Arguments.of(new ConnectException("Connexion refusée"), Phase.CONNECTING, Outcome.REFUSED),
        Arguments.of(
            new NoRouteToHostException("Keine Route"), Phase.CONNECTING, Outcome.UNREACHABLE),
        Arguments.of(new NoRouteToHostException(), Phase.CONNECTING, Outcome.UNREACHABLE),
        Arguments.of(
            new SocketException("Le réseau n'est pas accessible"),
            Phase.CONNECTING,
            Outcome.UNREACHABLE),
        Arguments.of(new BindException("x"), Phase.CONNECTING, Outcome.EXHAUSTED),
        Arguments.of(
            new ChannelException("x", new SocketException("Zu viele offene Dateien")),
            Phase.OPENING,
            Outcome.EXHAUSTED),
        Arguments.of(
            new SocketException("Verbindung zurückgesetzt"), Phase.CONNECTED, Outcome.RESET),
        Arguments.of(new IOException("Relais brisé (pipe)"), Phase.CONNECTED, Outcome.CLOSED),
        Arguments.of(new ClosedChannelException(), Phase.CONNECTED, Outcome.CLOSED),
        Arguments.of(new UnknownHostException("x"), Phase.CONNECTING, Outcome.DNS),
        Arguments.of(new SSLHandshakeException("x"), Phase.CONNECTED, Outcome.TLS),
        Arguments.of(
            new RuntimeException(new SSLHandshakeException("x")), Phase.CONNECTED, Outcome.TLS),
        Arguments.of(
            new IllegalStateException("Connection refused"), Phase.CONNECTING, Outcome.OTHER));
  }

  private static ConnectException netty(int number, String text) {
    return new ConnectException(
        "finishConnect(..) failed with error(-" + number + "): " + text + ": /127.0.0.1:1");
  }

  @ParameterizedTest
  @MethodSource("failures")
  void inGermany(Throwable failure, Phase phase, Outcome outcome) {
    Locale.setDefault(Locale.GERMANY);
    assertThat(Reasons.outcome(failure, phase)).isEqualTo(outcome);
  }

  @ParameterizedTest
  @MethodSource("failures")
  void inFrance(Throwable failure, Phase phase, Outcome outcome) {
    Locale.setDefault(Locale.FRANCE);
    assertThat(Reasons.outcome(failure, phase)).isEqualTo(outcome);
  }
}
