package fleetpoll.http;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.record.Opening;
import fleetpoll.record.Outcome;
import fleetpoll.settings.answer.Statuses;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.nio.NioIoHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Phaser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Devices against servers on real sockets, by either transport. */
class LoopbackTest {

  private static final int PATIENT_MILLIS = 15_000;
  private static final int SHORT_MILLIS = 200;
  private static final String ABC = "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc";

  private enum Transport {
    EPOLL,
    NIO;

    LoopRig devices() {
      IoHandlerFactory factory =
          this == EPOLL ? EpollIoHandler.newFactory() : NioIoHandler.newFactory();
      return new LoopRig(factory, Optional.empty());
    }
  }

  private static void write(Socket socket, String text) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  private static OddServer answering(String answer) throws IOException {
    return new OddServer(
        socket -> {
          while (OddServer.readRequest(socket.getInputStream())) {
            write(socket, answer);
          }
        });
  }

  private static Origin at(int port) {
    return new Origin(false, "127.0.0.1", port);
  }

  @ParameterizedTest
  @EnumSource
  void pollsShareAConnection(Transport transport) throws IOException {
    String big = "HTTP/1.1 200 OK\r\nContent-Length: 200000\r\n\r\n" + "x".repeat(200_000);
    try (OddServer server = answering(big);
        LoopRig devices = transport.devices()) {
      Connection device = devices.device();
      for (int i = 0; i < 5; i++) {
        Result result = devices.poll(device, at(server.port()), PATIENT_MILLIS);
        assertThat(result.outcome()).isEqualTo(Outcome.OK);
        assertThat(result.bodyBytes()).isEqualTo(200_000);
        assertThat(result.opening().connections()).isEqualTo(i == 0 ? 1 : 0);
      }
      assertThat(server.accepted).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aServerOfOldClosesEachTime(Transport transport) throws IOException {
    try (OddServer server =
            new OddServer(
                socket -> {
                  OddServer.readRequest(socket.getInputStream());
                  write(socket, "HTTP/1.0 200 OK\r\n\r\nabc");
                  socket.close();
                });
        LoopRig devices = transport.devices()) {
      Connection device = devices.device();
      for (int i = 0; i < 3; i++) {
        Result result = devices.poll(device, at(server.port()), PATIENT_MILLIS);
        assertThat(result.outcome()).isEqualTo(Outcome.OK);
        assertThat(result.bodyBytes()).isEqualTo(3);
      }
      assertThat(devices.mostOpen).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aServerMayCloseBetweenPolls(Transport transport) throws IOException {
    try (OddServer server =
            new OddServer(
                socket -> {
                  OddServer.readRequest(socket.getInputStream());
                  write(socket, ABC);
                  socket.close();
                });
        LoopRig devices = transport.devices()) {
      Connection device = devices.device();
      for (int i = 0; i < 3; i++) {
        assertThat(devices.poll(device, at(server.port()), PATIENT_MILLIS).outcome())
            .isEqualTo(Outcome.OK);
        devices.awaitClosed(device);
      }
    }
  }

  /**
   * Answer and end both lie in the socket when the loop comes to read it; NIO would see the end one
   * select later.
   */
  @ParameterizedTest
  @EnumSource(names = "EPOLL")
  void aPollThatFollowsAtOnceSeesThatTheServerHasClosed(Transport transport) throws IOException {
    try (LoopRig devices = transport.devices();
        OddServer server =
            new OddServer(
                socket -> {
                  OddServer.readRequest(socket.getInputStream());
                  devices.standStill(
                      () -> {
                        write(socket, ABC);
                        socket.close();
                      });
                })) {
      Connection device = devices.device();
      CompletableFuture<Result> following = new CompletableFuture<>();
      Request request = LoopRig.get(at(server.port()));
      devices
          .send(device, request, Rig.ok(), PATIENT_MILLIS)
          .thenRun(
              () ->
                  device.send(request, Rig.ok(), PATIENT_MILLIS * 1_000_000L, following::complete));

      assertThat(LoopRig.await(following).outcome()).isEqualTo(Outcome.OK);
      assertThat(server.accepted).hasSize(2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void surplusCostsAConnectionEachTime(Transport transport) throws IOException {
    try (OddServer server = answering(ABC + "\r\n");
        LoopRig devices = transport.devices()) {
      Connection device = devices.device();
      for (int i = 1; i <= 3; i++) {
        assertThat(devices.poll(device, at(server.port()), PATIENT_MILLIS).outcome())
            .isEqualTo(Outcome.OK);
        devices.awaitClosed(device);
        assertThat(devices.surplus).isEqualTo(i);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void refused(Transport transport) throws IOException {
    int port;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = closed.getLocalPort();
    }
    try (LoopRig devices = transport.devices()) {
      Result result = devices.poll(devices.device(), at(port), PATIENT_MILLIS);
      assertThat(result.outcome()).isEqualTo(Outcome.REFUSED);
      assertThat(result.message()).startsWith("connecting to 127.0.0.1:" + port + ": ");
    }
  }

  @ParameterizedTest
  @EnumSource
  void reset(Transport transport) throws IOException {
    try (OddServer server =
            new OddServer(
                socket -> {
                  OddServer.readRequest(socket.getInputStream());
                  socket.setSoLinger(true, 0);
                  socket.close();
                });
        LoopRig devices = transport.devices()) {
      assertThat(devices.poll(devices.device(), at(server.port()), PATIENT_MILLIS).outcome())
          .isEqualTo(Outcome.RESET);
    }
  }

  @ParameterizedTest
  @EnumSource
  void anUnknownNameIsDnsAndAKnownOneWorks(Transport transport) throws IOException {
    try (OddServer server = answering(ABC);
        LoopRig devices = transport.devices()) {
      Origin unknown = new Origin(false, "nobody.invalid", 80);
      assertThat(devices.poll(devices.device(), unknown, PATIENT_MILLIS).outcome())
          .isEqualTo(Outcome.DNS);
      Origin known = new Origin(false, "localhost", server.port());
      Connection device = devices.device();
      Result result = devices.poll(device, known, PATIENT_MILLIS);
      if (!result.outcome().isOk()) {
        // localhost may be ::1 first, where this server does not listen.
        result = devices.poll(device, known, PATIENT_MILLIS);
      }
      assertThat(result.outcome()).isEqualTo(Outcome.OK);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aDeviceCanConnectFromAnotherAddress(Transport transport) throws IOException {
    try (OddServer server = answering(ABC);
        LoopRig devices = transport.devices()) {
      InetAddress local = InetAddress.getByAddress(new byte[] {127, 0, 0, 3});
      Result result = devices.poll(devices.device(local), at(server.port()), PATIENT_MILLIS);
      assertThat(result.outcome()).isEqualTo(Outcome.OK);
      assertThat(server.accepted.get(0).getInetAddress()).isEqualTo(local);
    }
  }

  /** Listens with a backlog that is full: the kernel drops further SYNs. */
  @ParameterizedTest
  @EnumSource
  void aServerThatDropsSynsCostsATimeOutAndNoSecondSocket(Transport transport) throws IOException {
    List<Socket> waiting = new ArrayList<>();
    try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        LoopRig devices = transport.devices()) {
      fill(full, waiting);
      Connection device = devices.device();
      for (int i = 0; i < 3; i++) {
        Result result = devices.poll(device, at(full.getLocalPort()), SHORT_MILLIS);
        assertThat(result.outcome()).isEqualTo(Outcome.TIMEOUT);
        assertThat(result.message()).contains(": connecting to 127.0.0.1:");
        assertThat(result.opening()).isEqualTo(Opening.NONE);
      }
      assertThat(devices.mostOpen).isEqualTo(1);
    } finally {
      for (Socket socket : waiting) {
        socket.close();
      }
    }
  }

  private static void fill(ServerSocket full, List<Socket> waiting) throws IOException {
    while (true) {
      Socket socket = new Socket();
      waiting.add(socket);
      try {
        socket.connect(new InetSocketAddress("127.0.0.1", full.getLocalPort()), SHORT_MILLIS);
      } catch (SocketTimeoutException e) {
        return;
      }
    }
  }

  /** All devices' answers are under way at once, and each comes in two parts. */
  @ParameterizedTest
  @EnumSource
  void devicesThatShareABufferDoNotShareAnswers(Transport transport) throws IOException {
    int count = 20;
    Phaser halves = new Phaser(count);
    try (OddServer server =
            new OddServer(
                socket -> {
                  OddServer.readRequest(socket.getInputStream());
                  String body = Integer.toString(socket.getPort());
                  write(socket, "HTTP/1.1 200 OK\r\nX-Half: ");
                  halves.arriveAndAwaitAdvance();
                  write(socket, "1\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
                });
        LoopRig devices = transport.devices()) {
      List<String> bodies = new ArrayList<>();
      Expectation kept =
          new Expectation(
              Statuses.of(List.of(200)),
              OptionalLong.empty(),
              Optional.of(
                  (body, charset, shown) -> {
                    bodies.add(new String(body, StandardCharsets.US_ASCII));
                    return null;
                  }));
      List<CompletableFuture<Result>> polls = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        Request request = LoopRig.get(at(server.port()));
        polls.add(devices.send(devices.device(), request, kept, PATIENT_MILLIS));
      }
      assertThat(polls).allMatch(poll -> LoopRig.await(poll).outcome().isOk());
      assertThat(bodies)
          .containsExactlyInAnyOrderElementsOf(
              server.accepted.stream().map(s -> Integer.toString(s.getPort())).toList());
    }
  }
}
