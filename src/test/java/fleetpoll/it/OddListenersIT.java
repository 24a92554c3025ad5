package fleetpoll.it;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.run.EndpointTotals;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers with which no connection comes about: the devices' sockets must not pile up. */
class OddListenersIT {

  private static final int DEVICES = 50;

  @TempDir Path folder;

  @Test
  void aTlsHandshakeThatNeverEndsCostsADeviceNoSecondSocket() throws Exception {
    try (ServerSocket server = new ServerSocket(0, DEVICES, InetAddress.getLoopbackAddress())) {
      inBackground(() -> acceptAndListen(server));

      assertTimeouts("https", server.getLocalPort());
    }
  }

  @Test
  void aServerWhoseQueueIsFullCostsADeviceNoSecondSocket() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertTimeouts("http", server.getLocalPort());
    }
  }

  private void assertTimeouts(String scheme, int port) throws Exception {
    try (GatlingProcess gatling =
        GatlingProcess.start(
            folder,
            "target=%s://127.0.0.1:%d".formatted(scheme, port),
            "preflight=none",
            "devices=" + DEVICES,
            "duration=4s",
            "interval=500",
            "warm-up=0s",
            "timeout=1s")) {
      assertThat(new ClientSockets(port).most(gatling)).isEqualTo(DEVICES);
      assertThat(gatling.exitCode()).as(gatling.toString()).isZero();
      Ledger ledger = new Ledger(gatling.runFolder()).balances().equalsGatling(gatling.output());

      EndpointTotals a = ledger.folder().run().endpoints().get(0);
      assertThat(a.ok()).isZero();
      assertThat(a.koBy().keySet()).isEqualTo(Set.of("timeout"));
      // A device tries for a second, and its next tick comes within half a second.
      assertThat(a.ko()).isBetween(DEVICES * 2L, DEVICES * 4L);
      assertThat(Ledger.events(ledger.folder().run())).isEmpty();
    }
  }

  private static void acceptAndListen(ServerSocket server) {
    try {
      while (true) {
        Socket socket = server.accept();
        inBackground(() -> listen(socket));
      }
    } catch (IOException theTestIsOver) {
      return;
    }
  }

  private static void listen(Socket socket) {
    try (socket;
        InputStream in = socket.getInputStream()) {
      in.skipNBytes(Long.MAX_VALUE);
    } catch (IOException theClientIsGone) {
      return;
    }
  }

  private static void inBackground(Runnable task) {
    Thread thread = new Thread(task, "odd listener");
    thread.setDaemon(true);
    thread.start();
  }
}
