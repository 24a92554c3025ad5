package fleetpoll.http;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.http.link.Link;
import fleetpoll.record.Outcome;
import fleetpoll.settings.behavior.LinkSettings;
import io.netty.channel.epoll.EpollIoHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What a server notices of a device's slow link, on real sockets. A link is never faster than its
 * rate; how much slower it may be depends on the machine, and {@code LinkHandlerTest} holds that to
 * the millisecond, with a clock of its own.
 */
@Tag("alone")
@Timeout(60)
class SlowLinkIT {

  private static final int SEND_BUFFER_BYTES = 64 * 1024;
  private static final int FIRST_BYTES = 20_000;

  /** So many times as long a machine may take that does much else. */
  private static final double BUSY_MACHINE = 3;

  /**
   * Answers the first request of each connection briefly and each further one with so many bytes,
   * and notes how long it writes.
   */
  private static final class Server implements AutoCloseable {

    private final ServerSocket socket = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
    private final CompletableFuture<Long> writingNanos = new CompletableFuture<>();
    private final int bytes;

    private Server(int bytes) throws IOException {
      this.bytes = bytes;
      new Thread(this::serve).start();
    }

    private void serve() {
      while (!socket.isClosed()) {
        try {
          Socket device = socket.accept();
          new Thread(() -> answer(device)).start();
        } catch (IOException closed) {
          return;
        }
      }
    }

    private void answer(Socket device) {
      try (device) {
        device.setSendBufferSize(SEND_BUFFER_BYTES);
        byte[] request = new byte[4_096];
        int length = FIRST_BYTES;
        while (device.getInputStream().read(request) > 0) {
          long begin = System.nanoTime();
          OutputStream out = device.getOutputStream();
          out.write(
              ("HTTP/1.1 200 OK\r\nContent-Length: " + length + "\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
          out.write(new byte[length]);
          if (length == bytes) {
            writingNanos.complete(System.nanoTime() - begin);
          }
          length = bytes;
        }
      } catch (IOException closed) {
        writingNanos.completeExceptionally(closed);
      }
    }

    private Origin origin() {
      return new Origin(false, socket.getInetAddress().getHostAddress(), socket.getLocalPort());
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  private static LinkSettings link(long downBits, long latencyMillis) {
    return new LinkSettings(
        OptionalLong.of(downBits), OptionalLong.empty(), Duration.ofMillis(latencyMillis));
  }

  private static LoopRig rig() {
    return new LoopRig(EpollIoHandler.newFactory(), Optional.empty());
  }

  private static double seconds(Result result) {
    return (result.endNanos() - result.sentNanos()) / 1e9;
  }

  /** 2 MB at 4 Mbit/s: 4 s. */
  @Test
  void aServerWritesForAsLongAsTheDeviceReads() throws Exception {
    try (Server server = new Server(2_000_000);
        LoopRig rig = rig()) {
      Connection device = rig.device(new Link(link(4_000_000, 0)));

      rig.poll(device, server.origin(), 30_000);
      Result result = rig.poll(device, server.origin(), 30_000);

      assertThat(result.outcome()).isEqualTo(Outcome.OK);
      assertThat(seconds(result)).isBetween(3.8, 4 * BUSY_MACHINE);
      assertThat(server.writingNanos.join() / 1e9).isGreaterThan(0.6 * seconds(result));
      assertThat(rig.faults).isEmpty();
    }
  }

  /** 204,800 bytes at 1 Mbit/s: 1.64 s, and 100 ms there and back. */
  @Test
  void manyDevicesAtOnceHaveALinkEach() throws Exception {
    try (Server server = new Server(204_800);
        LoopRig rig = rig()) {
      List<Connection> devices = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        devices.add(rig.device(new Link(link(1_000_000, 50))));
      }

      pollAll(rig, devices, server);
      List<Result> results = pollAll(rig, devices, server);

      assertThat(results).allMatch(result -> result.outcome().isOk() && !opened(result));
      assertThat(results)
          .extracting(SlowLinkIT::seconds)
          .allSatisfy(seconds -> assertThat(seconds).isBetween(1.7, 1.74 * BUSY_MACHINE));
      assertThat(rig.faults).isEmpty();
    }
  }

  private static List<Result> pollAll(LoopRig rig, List<Connection> devices, Server server) {
    List<CompletableFuture<Result>> polls =
        devices.stream()
            .map(device -> rig.send(device, LoopRig.get(server.origin()), Rig.ok(), 30_000))
            .toList();
    return polls.stream().map(LoopRig::await).toList();
  }

  private static boolean opened(Result result) {
    return result.opening().connections() > 0;
  }

  @Test
  void aConnectionThatTheServerClosesIsNoticedAndOpenedAgain() throws Exception {
    try (LoopRig rig = rig();
        ServerSocket closing = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Thread server =
          new Thread(
              () -> {
                for (int i = 0; i < 2; i++) {
                  try (Socket device = closing.accept()) {
                    device.getInputStream().read(new byte[4_096]);
                    device
                        .getOutputStream()
                        .write(
                            "HTTP/1.1 200 OK\r\n\r\nto the end".getBytes(StandardCharsets.UTF_8));
                  } catch (IOException closed) {
                    return;
                  }
                }
              });
      server.start();
      Origin origin = new Origin(false, "127.0.0.1", closing.getLocalPort());
      Connection device = rig.device(new Link(link(1_000_000, 20)));

      for (int i = 0; i < 2; i++) {
        Result result = rig.poll(device, origin, 10_000);
        assertThat(result.outcome()).isEqualTo(Outcome.OK);
        assertThat(result.bodyBytes()).isEqualTo(10);
        assertThat(seconds(result)).isBetween(0.08, 2.0);
        rig.awaitClosed(device);
      }
    }
  }
}
