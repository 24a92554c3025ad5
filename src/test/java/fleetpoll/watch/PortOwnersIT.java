package fleetpoll.watch;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.process.ProgramName;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real listeners of this machine. */
@Timeout(60)
class PortOwnersIT {

  private static final long SECOND = 1_000_000_000;

  /**
   * A master that binds a given port or any, prints which, and starts two workers that share it.
   */
  private static final String PRE_FORK =
      """
      import os, socket, sys
      listener = socket.socket()
      listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
      listener.bind(("127.0.0.1", int(sys.argv[1])))
      listener.listen()
      for worker in range(2):
          if os.fork() == 0:
              listener.accept()
              os._exit(0)
      print(listener.getsockname()[1], flush=True)
      sys.stdin.readline()
      """;

  /** Two processes below one that does not listen, each with a socket of its own. */
  private static final String REUSE_PORT =
      """
      import os, socket, sys
      def bound(port):
          listener = socket.socket()
          listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
          listener.bind(("127.0.0.1", port))
          listener.listen()
          return listener
      probe = bound(0)
      port = probe.getsockname()[1]
      reading, writing = os.pipe()
      for worker in range(2):
          if os.fork() == 0:
              own = bound(port)
              probe.close()
              os.write(writing, b"x")
              own.accept()
      while len(os.read(reading, 1)) == 0: pass
      os.read(reading, 1)
      probe.close()
      print(port, flush=True)
      sys.stdin.readline()
      """;

  private static PortOwners owners(URI url) {
    return new PortOwners(
        TargetAddress.of(url),
        new LocalListeners(Oshi.ofThisMachine().getOperatingSystem().getInternetProtocolStats()),
        new Lineage()::topmost);
  }

  private static URI url(String host, int port) {
    return URI.create("http://" + host + ":" + port);
  }

  @ParameterizedTest
  @CsvSource({"127.0.0.1, 127.0.0.1", "::1, [::1]", "0.0.0.0, 127.0.0.1", "::, [::1]"})
  void aListenerIsFoundOverEitherProtocol(String bound, String host) throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(bound))) {
      assertThat(owners(url(host, socket.getLocalPort())).get().pids())
          .containsExactly((int) ProcessHandle.current().pid());
    }
  }

  @Test
  void nobodyIsFoundWhereNobodyListens() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }

    assertThat(owners(url("127.0.0.1", port)).get().pids()).isEmpty();
  }

  @Test
  void aMasterStandsForItsWorkers() throws Exception {
    Installed.assume("python3", "python3");
    try (Dialogue master = Dialogue.start("python3", "-c", PRE_FORK, "0")) {
      int port = Integer.parseInt(master.says());

      assertThat(owners(url("127.0.0.1", port)).get().pids()).containsExactly(master.pid());
    }
  }

  @Test
  void equalsThatShareAPortAreAllTheServer() throws Exception {
    Installed.assume("python3", "python3");
    try (Dialogue parent = Dialogue.start("python3", "-c", REUSE_PORT)) {
      int port = Integer.parseInt(parent.says());
      Set<Integer> children =
          ProcessHandle.of(parent.pid())
              .orElseThrow()
              .children()
              .map(child -> (int) child.pid())
              .collect(java.util.stream.Collectors.toSet());

      assertThat(children).hasSize(2);
      assertThat(owners(url("127.0.0.1", port)).get().pids()).isEqualTo(children);
    }
  }

  @Test
  void aServerIsFoundAgainAfterARestart() throws Exception {
    Installed.assume("python3", "python3");
    List<Happening> happenings = new ArrayList<>();
    Dialogue first = Dialogue.start("python3", "-c", PRE_FORK, "0");
    String port = first.says();
    String python = ProgramName.of(first.pid()).orElseThrow();
    ServerProbe probe;
    try (first) {
      probe =
          new ServerProbe(
              new ProcessTree(new LocalProcesses(Oshi.ofThisMachine().getOperatingSystem())),
              owners(url("localhost", Integer.parseInt(port))),
              ProgramName::of,
              happenings::add);
      assertThat(probe.sample(0).orElseThrow().threads()).isEqualTo(3);
    }
    assertThat(probe.sample(SECOND)).isEmpty();
    try (Dialogue second = Dialogue.start("python3", "-c", PRE_FORK, port)) {
      assertThat(second.says()).isEqualTo(port);

      assertThat(probe.sample(2 * SECOND).orElseThrow().threads()).isEqualTo(3);
      assertThat(happenings)
          .extracting(Happening::text)
          .containsExactly(
              "The server is gone: process %d, %s.".formatted(first.pid(), python),
              "The server was found: process %d, %s.".formatted(second.pid(), python));
    }
  }
}
