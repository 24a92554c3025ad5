package fleetpoll.http;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.record.Opening;
import fleetpoll.record.Outcome;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Devices that speak TLS. */
class TlsTest {

  private static final int PATIENT_MILLIS = 15_000;
  private static final int SHORT_MILLIS = 200;
  private static final char[] PASSWORD = "changeit".toCharArray();

  @TempDir static Path folder;

  private static KeyStore keys;

  @BeforeAll
  static void makeKeys() throws Exception {
    Path file = folder.resolve("keys.p12");
    Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
    Process made =
        new ProcessBuilder(
                (keytool
                        + " -genkeypair -storetype PKCS12 -keystore "
                        + file
                        + " -storepass changeit -alias a -keyalg EC -dname CN=x"
                        + " -ext san=dns:localhost,ip:127.0.0.1")
                    .split(" "))
            .inheritIO()
            .start();
    assertThat(made.waitFor(30, TimeUnit.SECONDS)).isTrue();
    keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, PASSWORD);
    }
  }

  private static OddServer server() throws Exception {
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return new OddServer(
        context
            .getServerSocketFactory()
            .createServerSocket(0, 50, InetAddress.getByName("0.0.0.0")),
        socket -> {
          while (OddServer.readRequest(socket.getInputStream())) {
            socket
                .getOutputStream()
                .write(
                    "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc"
                        .getBytes(StandardCharsets.US_ASCII));
          }
        });
  }

  private static LoopRig devices(boolean verifies) throws Exception {
    return new LoopRig(
        EpollIoHandler.newFactory(),
        Optional.of(
            new Tls(
                SslContextBuilder.forClient()
                    .sslProvider(SslProvider.JDK)
                    .trustManager((X509Certificate) keys.getCertificate("a"))
                    .build(),
                verifies)));
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

  @Test
  void theHostIsVerifiedIfAskedFor() throws Exception {
    try (OddServer server = server();
        LoopRig verifying = devices(true);
        LoopRig trusting = devices(false)) {
      Origin other = new Origin(true, "127.0.0.2", server.port());
      Result result = verifying.poll(verifying.device(), other, PATIENT_MILLIS);
      assertThat(result.outcome()).isEqualTo(Outcome.TLS);
      assertThat(result.message()).startsWith("TLS handshake with 127.0.0.2:");
      assertThat(result.opening().connections()).isEqualTo(1);
      assertThat(trusting.poll(trusting.device(), other, PATIENT_MILLIS).outcome())
          .isEqualTo(Outcome.OK);
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
