package fleetpoll.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import fleetpoll.http.tls.Tls;
import fleetpoll.record.Opening;
import fleetpoll.record.Outcome;
import fleetpoll.settings.access.TlsSettings;
import fleetpoll.trust.Credential;
import fleetpoll.trust.TestAuthority;
import fleetpoll.trust.TestKeys;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.handler.ssl.SslProvider;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Devices that speak TLS. */
class TlsTest {

  private static final int PATIENT_MILLIS = 15_000;
  private static final int SHORT_MILLIS = 1_000;

  @TempDir static Path folder;

  private static final byte[] ANSWER =
      "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc".getBytes(StandardCharsets.US_ASCII);

  private static final byte[] UNTIL_THE_END =
      "HTTP/1.1 200 OK\r\n\r\nabc".getBytes(StandardCharsets.US_ASCII);

  private static TestKeys keys;
  private static TestAuthority authority;

  @BeforeAll
  static void makeKeys() throws Exception {
    keys = TestKeys.make(folder, "dns:localhost,ip:127.0.0.1");
    authority = TestAuthority.make(folder);
    authority.signServer("server", "IP:127.0.0.1");
    authority.sign(List.of("one", "two"));
    authority.signExpired("late");
  }

  private static OddServer server() throws Exception {
    return new OddServer(
        keys.context()
            .getServerSocketFactory()
            .createServerSocket(0, 50, InetAddress.getByName("0.0.0.0")),
        socket -> {
          while (OddServer.readRequest(socket.getInputStream())) {
            socket.getOutputStream().write(ANSWER);
          }
        });
  }

  private static LoopRig devices(boolean verifies) throws Exception {
    return devices(SslProvider.JDK, keys.trust().manager(), verifies);
  }

  private static LoopRig devices(SslProvider provider, TrustManager trusts, boolean verifies)
      throws Exception {
    return new LoopRig(
        EpollIoHandler.newFactory(),
        Optional.of(Tls.of(provider, trusts, verifies, TlsSettings.PLAIN, 2)));
  }

  @Test
  void pollsShareASecuredConnection() throws Exception {
    try (OddServer server = server();
        LoopRig devices = devices(true)) {
      Connection device = devices.device();
      Origin origin = new Origin(true, "127.0.0.1", server.port());
      Result first = devices.poll(device, origin, PATIENT_MILLIS);
      assertThat(first.outcome()).isEqualTo(Outcome.OK);
      assertThat(first.opening().tlsNanos()).isPositive();
      assertThat(first.opening().handshakes()).isEqualTo(1);
      Result second = devices.poll(device, origin, PATIENT_MILLIS);
      assertThat(second.opening()).isEqualTo(Opening.NONE);
      assertThat(second.wireBytes()).isEqualTo(first.wireBytes()).isEqualTo(41);
      assertThat(server.accepted).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"JDK", "OPENSSL"})
  void theHostIsVerifiedIfAskedFor(SslProvider provider) throws Exception {
    assumeThat(SslProvider.isTlsv13Supported(provider)).isTrue();
    TrustManager trusts = keys.trust().manager();
    try (OddServer server = server();
        LoopRig verifying = devices(provider, trusts, true);
        LoopRig trusting = devices(provider, trusts, false)) {
      Origin other = new Origin(true, "127.0.0.2", server.port());
      Result result = verifying.poll(verifying.device(), other, PATIENT_MILLIS);
      assertThat(result.outcome()).isEqualTo(Outcome.TLS);
      assertThat(result.message())
          .isEqualTo(
              "TLS handshake with 127.0.0.2:%s: the server's certificate is for localhost,"
                      .formatted(server.port())
                  + " 127.0.0.1, not for 127.0.0.2");
      assertThat(result.opening().connections()).isEqualTo(1);
      assertThat(trusting.poll(trusting.device(), other, PATIENT_MILLIS).outcome())
          .isEqualTo(Outcome.OK);
      Origin right = new Origin(true, "127.0.0.1", server.port());
      assertThat(verifying.poll(verifying.device(), right, PATIENT_MILLIS).outcome())
          .isEqualTo(Outcome.OK);
    }
  }

  /** A resumed session would come without a certificate to verify. */
  @ParameterizedTest
  @EnumSource(names = {"JDK", "OPENSSL"})
  void noDeviceResumesASession(SslProvider provider) throws Exception {
    assumeThat(SslProvider.isTlsv13Supported(provider)).isTrue();
    TrustWitness verified = new TrustWitness();
    try (OddServer server = server();
        LoopRig devices = devices(provider, verified, true)) {
      Origin origin = new Origin(true, "127.0.0.1", server.port());
      List<Connection> pair = List.of(devices.device(0), devices.device(1));
      for (int poll = 0; poll < 3; poll++) {
        Connection device = pair.get(poll % 2);
        assertThat(devices.poll(device, origin, PATIENT_MILLIS).outcome()).isEqualTo(Outcome.OK);
        devices.drop(device);
      }
      assertThat(verified.numbers).hasSize(3);
    }
  }

  @ParameterizedTest
  @CsvSource({"JDK, TLSv1.2", "JDK, TLSv1.3", "OPENSSL, TLSv1.2", "OPENSSL, TLSv1.3"})
  void aDeviceResumesItsOwnSessionOnly(SslProvider provider, String protocol) throws Exception {
    assumeThat(SslProvider.isTlsv13Supported(provider)).isTrue();
    TrustWitness verified = new TrustWitness();
    Tls tls =
        Tls.of(provider, verified, true, new TlsSettings(List.of(), List.of(protocol), true), 2);
    try (OddServer server = server();
        LoopRig devices = new LoopRig(EpollIoHandler.newFactory(), Optional.of(tls))) {
      Origin origin = new Origin(true, "127.0.0.1", server.port());
      List<Integer> full = new ArrayList<>();
      List<Connection> pair = List.of(devices.device(0), devices.device(1));
      for (int poll = 0; poll < 4; poll++) {
        Connection device = pair.get(poll % 2);
        assertThat(devices.poll(device, origin, PATIENT_MILLIS).outcome()).isEqualTo(Outcome.OK);
        devices.drop(device);
        full.add(verified.numbers.size());
      }
      assertThat(full).containsExactly(1, 2, 2, 2);
    }
  }

  @ParameterizedTest
  @CsvSource({"JDK, true", "JDK, false", "OPENSSL, true", "OPENSSL, false"})
  void whoOnlyKnocksLeavesNoSession(SslProvider provider, boolean resumes) throws Exception {
    assumeThat(SslProvider.isTlsv13Supported(provider)).isTrue();
    TrustWitness verified = new TrustWitness();
    TlsSettings tls = new TlsSettings(List.of(), List.of("TLSv1.2"), resumes);
    try (OddServer server = server();
        LoopRig devices =
            new LoopRig(
                EpollIoHandler.newFactory(),
                Optional.of(Tls.of(provider, verified, true, tls, 2)))) {
      Origin origin = new Origin(true, "127.0.0.1", server.port());
      assertThat(devices.knock(origin)).isEmpty();
      assertThat(devices.knock(origin)).isEmpty();
      assertThat(devices.poll(devices.device(), origin, PATIENT_MILLIS).outcome())
          .isEqualTo(Outcome.OK);
      assertThat(verified.numbers).hasSize(3);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"JDK", "OPENSSL"})
  void eachDeviceShowsItsOwnCertificate(SslProvider provider) throws Exception {
    assumeThat(SslProvider.isTlsv13Supported(provider)).isTrue();
    List<String> shown = new CopyOnWriteArrayList<>();
    try (OddServer server = asking(shown);
        LoopRig devices = withCertificates(provider, "one", "two")) {
      Origin origin = new Origin(true, "127.0.0.1", server.port());
      for (int device : List.of(1, 0, 1)) {
        assertThat(devices.poll(devices.device(device), origin, PATIENT_MILLIS).outcome())
            .isEqualTo(Outcome.OK);
      }
      assertThat(shown).containsExactly("CN=two", "CN=one", "CN=two");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"JDK", "OPENSSL"})
  void aRefusedCertificateIsTlsAndTheSentenceSaysWhy(SslProvider provider) throws Exception {
    assumeThat(SslProvider.isTlsv13Supported(provider)).isTrue();
    try (OddServer server = asking(new ArrayList<>());
        LoopRig expired = withCertificates(provider, "late");
        LoopRig none = withCertificates(provider)) {
      Origin origin = new Origin(true, "127.0.0.1", server.port());
      Result late = expired.poll(expired.device(0), origin, PATIENT_MILLIS);
      Result without = none.poll(none.device(0), origin, PATIENT_MILLIS);

      assertThat(List.of(late.outcome(), without.outcome())).containsOnly(Outcome.TLS);
      assertThat(late.message()).contains("the server refuses the device's certificate");
      assertThat(without.message()).contains("the server re").contains("(tls.certificate)");
    }
  }

  private static OddServer asking(List<String> shown) throws Exception {
    SSLServerSocket listening =
        (SSLServerSocket)
            authority
                .context("server")
                .getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    listening.setNeedClientAuth(true);
    return new OddServer(
        listening,
        socket -> {
          while (OddServer.readRequest(socket.getInputStream())) {
            shown.add(((SSLSocket) socket).getSession().getPeerPrincipal().getName());
            socket.getOutputStream().write(ANSWER);
          }
        });
  }

  private static LoopRig withCertificates(SslProvider provider, String... names) {
    List<Credential> credentials = Stream.of(names).map(authority::credential).toList();
    TlsSettings settings = new TlsSettings(credentials, List.of(), false);
    int devices = Math.max(1, names.length);
    return new LoopRig(
        EpollIoHandler.newFactory(),
        Optional.of(Tls.of(provider, authority.trust().manager(), true, settings, devices)));
  }

  /** How a server ends a connection, of which the first is on top of the second. */
  private interface End {

    void of(SSLSocket tls, Socket tcp) throws IOException;
  }

  /** Answers once. */
  private static OddServer answering(byte[] answer, End end) throws Exception {
    SSLSocketFactory sockets = keys.context().getSocketFactory();
    return new OddServer(
        tcp -> {
          SSLSocket tls = (SSLSocket) sockets.createSocket(tcp, null, 0, false);
          tls.setUseClientMode(false);
          OddServer.readRequest(tls.getInputStream());
          tls.getOutputStream().write(answer);
          end.of(tls, tcp);
        });
  }

  /** By RFC 9112, 9.8 such an answer may have been cut. */
  @ParameterizedTest
  @EnumSource(names = {"JDK", "OPENSSL"})
  void anAnswerThatOnlyTcpEndsIsClosed(SslProvider provider) throws Exception {
    try (OddServer server = answering(UNTIL_THE_END, (tls, tcp) -> tcp.close());
        LoopRig devices = devices(provider, keys.trust().manager(), true)) {
      Origin origin = new Origin(true, "127.0.0.1", server.port());
      Result result = devices.poll(devices.device(), origin, PATIENT_MILLIS);

      assertThat(result.outcome()).isEqualTo(Outcome.CLOSED);
      assertThat(result.message())
          .isEqualTo("within the answer's body: the server closed without TLS's close_notify");
    }
  }

  /** The server's socket stays open. */
  @ParameterizedTest
  @EnumSource(names = {"JDK", "OPENSSL"})
  void anAnswerEndsWhereTlsEnds(SslProvider provider) throws Exception {
    try (OddServer server = answering(UNTIL_THE_END, (tls, tcp) -> tls.shutdownOutput());
        LoopRig devices = devices(provider, keys.trust().manager(), true)) {
      Origin origin = new Origin(true, "127.0.0.1", server.port());
      Result result = devices.poll(devices.device(), origin, PATIENT_MILLIS);

      assertThat(result.outcome()).isEqualTo(Outcome.OK);
      assertThat(result.bodyBytes()).isEqualTo(3);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"JDK", "OPENSSL"})
  void aServerMayEndTlsBetweenPolls(SslProvider provider) throws Exception {
    try (OddServer server = answering(ANSWER, (tls, tcp) -> tls.shutdownOutput());
        LoopRig devices = devices(provider, keys.trust().manager(), true)) {
      Origin origin = new Origin(true, "127.0.0.1", server.port());
      Connection device = devices.device();
      for (int i = 0; i < 3; i++) {
        assertThat(devices.poll(device, origin, PATIENT_MILLIS).outcome()).isEqualTo(Outcome.OK);
        devices.awaitClosed(device);
      }
    }
  }

  @Test
  void aServerWithoutTlsIsTls() throws Exception {
    try (OddServer server =
            new OddServer(
                socket ->
                    socket
                        .getOutputStream()
                        .write("HTTP/1.1 400 No\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
        LoopRig devices = devices(true)) {
      Origin origin = new Origin(true, "127.0.0.1", server.port());
      assertThat(devices.poll(devices.device(), origin, PATIENT_MILLIS).outcome())
          .isEqualTo(Outcome.TLS);
    }
  }

  @ParameterizedTest
  @CsvSource({"JDK, true, reset", "JDK, false, closed", "OPENSSL, true, reset"})
  void aServerThatLeavesWithinTheHandshakeIsResetOrClosed(
      SslProvider provider, boolean resets, String outcome) throws Exception {
    assumeThat(SslProvider.isTlsv13Supported(provider)).isTrue();
    try (OddServer server = new OddServer(socket -> leave(socket, resets));
        LoopRig devices = devices(provider, keys.trust().manager(), true)) {
      Origin origin = new Origin(true, "127.0.0.1", server.port());
      Result result = devices.poll(devices.device(), origin, PATIENT_MILLIS);
      assertThat(result.outcome().text()).isEqualTo(outcome);
      assertThat(result.message()).startsWith("TLS handshake with " + origin);
      assertThat(devices.knock(origin).orElseThrow().reason().text()).isEqualTo(outcome);
      assertThat(devices.faults).isEmpty();
    }
  }

  private static void leave(Socket socket, boolean resets) throws IOException {
    socket.getInputStream().read();
    if (resets) {
      socket.setSoLinger(true, 0);
    } else {
      // What is left unread would make it a reset.
      socket.getInputStream().readNBytes(socket.getInputStream().available());
    }
    socket.close();
  }

  @Test
  void aHandshakeThatNeverEndsCostsATimeOutAndNoSecondSocket() throws Exception {
    int count = 5;
    CountDownLatch closed = new CountDownLatch(3 * count);
    try (OddServer server = new OddServer(socket -> readToTheEnd(socket, closed));
        LoopRig devices = devices(true)) {
      Origin origin = new Origin(true, "127.0.0.1", server.port());
      List<Connection> fleet = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        fleet.add(devices.device());
      }
      for (int round = 0; round < 3; round++) {
        List<CompletableFuture<Result>> polls =
            fleet.stream()
                .map(device -> devices.send(device, LoopRig.get(origin), Rig.ok(), SHORT_MILLIS))
                .toList();
        for (CompletableFuture<Result> poll : polls) {
          Result result = LoopRig.await(poll);
          assertThat(result.outcome()).isEqualTo(Outcome.TIMEOUT);
          assertThat(result.message()).contains("TLS handshake");
          assertThat(result.endNanos() - result.sentNanos())
              .isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(SHORT_MILLIS));
        }
      }
      assertThat(devices.mostOpen).isLessThanOrEqualTo(count);
      assertThat(closed.await(PATIENT_MILLIS, TimeUnit.MILLISECONDS)).isTrue();
    }
  }

  private static void readToTheEnd(Socket socket, CountDownLatch closed) throws IOException {
    socket.getInputStream().readAllBytes();
    closed.countDown();
  }
}
