package fleetpoll.http;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.http.proxy.Proxy;
import fleetpoll.http.proxy.TestProxy;
import fleetpoll.http.tls.Tls;
import fleetpoll.record.Outcome;
import fleetpoll.settings.access.TlsSettings;
import fleetpoll.trust.TestKeys;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.handler.ssl.SslProvider;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Devices that connect through a proxy. */
class ProxyTest {

  private static final int PATIENT_MILLIS = 15_000;
  private static final String LOGIN = "Basic bWU6czNjcmV0";

  private static OddServer server(ServerSocket listening) {
    return new OddServer(
        listening,
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

  private static OddServer server() throws Exception {
    return server(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
  }

  private static OddServer server(TestKeys keys) throws Exception {
    return server(
        keys.context()
            .getServerSocketFactory()
            .createServerSocket(0, 50, InetAddress.getLoopbackAddress()));
  }

  private static LoopRig devices() {
    return new LoopRig(EpollIoHandler.newFactory(), Optional.empty());
  }

  private static Proxy at(int port, String login) {
    return new Proxy("127.0.0.1", port, Optional.ofNullable(login));
  }

  @Test
  void theProxyMakesPlainRequests() throws Exception {
    try (OddServer server = server();
        TestProxy proxy = new TestProxy(Optional.of(LOGIN));
        LoopRig devices = devices()) {
      Connection device = devices.device();
      Origin origin =
          new Origin(false, "my_server", server.port()).through(at(proxy.port(), LOGIN));
      for (int poll = 0; poll < 2; poll++) {
        assertThat(devices.poll(device, origin, PATIENT_MILLIS).outcome()).isEqualTo(Outcome.OK);
      }

      String authority = "my_server:" + server.port();
      assertThat(proxy.heads)
          .hasSize(2)
          .allMatch(head -> head.startsWith("GET http://%s/ HTTP/1.1\r\n".formatted(authority)))
          .allMatch(head -> head.contains("\r\nHost: " + authority + "\r\n"));
      assertThat(devices.mostOpen).isEqualTo(1);
      assertThat(server.accepted).hasSize(1);
    }
  }

  @Test
  void tlsGoesThroughATunnelToTheTarget(@TempDir Path folder) throws Exception {
    TestKeys keys = TestKeys.make(folder, "dns:target.example");
    Tls tls = Tls.of(SslProvider.JDK, keys.trust().manager(), true, TlsSettings.PLAIN, 1);
    try (OddServer server = server(keys);
        TestProxy proxy = new TestProxy(Optional.of(LOGIN));
        LoopRig devices = new LoopRig(EpollIoHandler.newFactory(), Optional.of(tls))) {
      Origin origin =
          new Origin(true, "target.example", server.port()).through(at(proxy.port(), LOGIN));
      Connection device = devices.device();
      Result first = devices.poll(device, origin, PATIENT_MILLIS);
      assertThat(first.outcome()).as(first.message()).isEqualTo(Outcome.OK);
      assertThat(first.opening().handshakes()).isEqualTo(1);
      assertThat(devices.poll(device, origin, PATIENT_MILLIS).outcome()).isEqualTo(Outcome.OK);
      assertThat(proxy.heads)
          .containsExactly(
              "CONNECT target.example:%s HTTP/1.1\r\nhost: target.example:%s\r\nproxy-authorization: %s\r\n\r\n"
                  .formatted(server.port(), server.port(), LOGIN));
    }
  }

  /** An engine that gets into no pipeline is freed by nobody. */
  @Test
  void aTunnelThatIsRefusedMakesNoEngine(@TempDir Path folder) throws Exception {
    TestKeys keys = TestKeys.make(folder, "dns:target.example");
    TrustWitness witness = new TrustWitness();
    Tls tls = Tls.of(SslProvider.JDK, witness, false, TlsSettings.PLAIN, 1);
    try (OddServer server = server(keys);
        TestProxy proxy = new TestProxy(Optional.of(LOGIN));
        LoopRig devices = new LoopRig(EpollIoHandler.newFactory(), Optional.of(tls))) {
      Origin target = new Origin(true, "target.example", server.port());
      Connection device = devices.device();
      assertThat(
              devices
                  .poll(device, target.through(at(proxy.port(), null)), PATIENT_MILLIS)
                  .outcome())
          .isEqualTo(Outcome.status(407));
      assertThat(
              devices
                  .poll(device, target.through(at(proxy.port(), LOGIN)), PATIENT_MILLIS)
                  .outcome())
          .isEqualTo(Outcome.OK);
      assertThat(witness.numbers).containsExactly(0);
    }
  }

  @Test
  void aProxyThatRefusesIsNamed() throws Exception {
    Tls tls = Tls.of(fleetpoll.trust.Trust.OF_THE_JVM, TlsSettings.PLAIN, 1);
    try (TestProxy proxy = new TestProxy(Optional.of(LOGIN));
        LoopRig devices = new LoopRig(EpollIoHandler.newFactory(), Optional.of(tls))) {
      Proxy without = at(proxy.port(), null);
      Result tunnel =
          devices.poll(
              devices.device(),
              new Origin(true, "a.example", 443).through(without),
              PATIENT_MILLIS);
      Result plain =
          devices.poll(
              devices.device(),
              new Origin(false, "a.example", 80).through(without),
              PATIENT_MILLIS);

      String name = "the proxy 127.0.0.1:" + proxy.port();
      assertThat(tunnel.outcome()).isEqualTo(Outcome.status(407));
      assertThat(tunnel.message())
          .isEqualTo(
              "asking %s for a tunnel to a.example:443: it answered 407 Proxy Authentication Required"
                  .formatted(name));
      assertThat(plain.outcome()).isEqualTo(Outcome.status(407));
      assertThat(plain.message()).isEqualTo("status 407, not 200, by " + name);
    }
  }

  @Test
  void aProxyThatHangsUpIsNamed() throws Exception {
    Tls tls = Tls.of(fleetpoll.trust.Trust.OF_THE_JVM, TlsSettings.PLAIN, 1);
    try (OddServer proxy = new OddServer(socket -> socket.close());
        LoopRig devices = new LoopRig(EpollIoHandler.newFactory(), Optional.of(tls))) {
      Origin target = new Origin(true, "a.example", 443).through(at(proxy.port(), null));
      Result result = devices.poll(devices.device(), target, PATIENT_MILLIS);

      assertThat(result.outcome()).isIn(Outcome.CLOSED, Outcome.RESET);
      assertThat(result.message())
          .startsWith("asking the proxy 127.0.0.1:%s for a tunnel".formatted(proxy.port()));
    }
  }

  @Test
  void aProxyThatIsNotThereIsNamed() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    try (LoopRig devices = devices()) {
      Origin target = new Origin(false, "a.example", 80).through(at(port, null));
      Result result = devices.poll(devices.device(), target, PATIENT_MILLIS);

      assertThat(result.outcome()).isEqualTo(Outcome.REFUSED);
      assertThat(result.message()).startsWith("connecting to the proxy 127.0.0.1:" + port);
    }
  }
}
