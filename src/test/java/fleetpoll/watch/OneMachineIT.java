package fleetpoll.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fleetpoll.config.Masks;
import fleetpoll.settings.ServerSettings;
import fleetpoll.trust.Trust;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a real listener and a real bridge of this machine say about the server. */
@Timeout(60)
class OneMachineIT {

  private static final String BRIDGE = "fleetpoll0";

  private static final String LISTEN =
      """
      import socket, sys
      listener = socket.socket()
      listener.bind(("127.0.0.1", 0))
      listener.listen()
      print(listener.getsockname()[1], flush=True)
      sys.stdin.readline()
      """;

  /** Python finds its library by its name, unless it is told. */
  private static final String RENAME =
      """
      import os, sys
      os.environ["PYTHONHOME"] = sys.base_prefix
      os.execv(sys.executable, [sys.argv[1], "-c", sys.argv[2]])
      """;

  private static Finding find(String url) {
    return find(url, ServerSettings.UNSAID);
  }

  private static Finding find(String url, ServerSettings server) {
    try (Watch watch =
        Watch.of(URI.create(url), OptionalLong.empty(), server, Trust.OF_THE_JVM, Masks.STANDARD)) {
      return watch.finding();
    }
  }

  private static ServerSettings metricsOf(String host) {
    URI metrics = URI.create("http://" + host + ":1/metrics");
    return new ServerSettings(OptionalLong.empty(), Optional.of(metrics));
  }

  /** A Python that calls itself {@code program}. */
  private static Dialogue listen(String program) throws IOException {
    Installed.assume("python3", "python3");
    return Dialogue.start("python3", "-c", RENAME, program, LISTEN);
  }

  @Test
  void aForwarderIsRefusedAsTheServer() throws Exception {
    try (Dialogue proxy = listen("docker-proxy");
        Dialogue tunnel = listen("ssh")) {
      Finding container = find("http://127.0.0.1:" + proxy.says());
      Finding anywhere = find("http://127.0.0.1:" + tunnel.says());

      assertThat(container.found()).isNull();
      assertThat(container.advice())
          .contains(proxy.pid() + " (docker-proxy), only forwards", "-Dserver.pid");
      assertThat(container.oneMachine()).isTrue();
      assertThat(anywhere.advice()).contains(tunnel.pid() + " (ssh), only forwards");
      assertThat(anywhere.oneMachine()).isFalse();
    }
  }

  @Test
  void metricsDoNotBringTheServerBehindATunnelHere() throws Exception {
    try (Dialogue proxy = listen("docker-proxy");
        Dialogue tunnel = listen("ssh")) {
      String container = "http://127.0.0.1:" + proxy.says();
      String anywhere = "http://127.0.0.1:" + tunnel.says();

      assertThat(find(anywhere, metricsOf("192.0.2.1")).oneMachine()).isFalse();
      assertThat(find(anywhere, metricsOf("127.0.0.1")).oneMachine())
          .as("both through tunnels")
          .isFalse();
      assertThat(find(container, metricsOf("127.0.0.1")).oneMachine()).isTrue();
    }
  }

  @Test
  void anAddressOnABridgeOfContainersIsThisMachines() throws Exception {
    Installed.assume("ip", "iproute2");
    assumeTrue(ip("link add " + BRIDGE + " type bridge"), "a bridge needs more rights");
    try {
      assertThat(ip("address add 10.213.77.1/24 dev " + BRIDGE)).isTrue();
      assertThat(ip("link set up " + BRIDGE)).isTrue();

      assertThat(find("http://10.213.77.2:8000"))
          .isEqualTo(
              new Finding(
                  null,
                  "The server is in a container of this machine: give the id that its process has"
                      + " here with -Dserver.pid.",
                  true,
                  false));
    } finally {
      ip("link del " + BRIDGE);
    }
    assertThat(find("http://10.213.77.2:8000").oneMachine()).isFalse();
  }

  private static boolean ip(String words) throws IOException, InterruptedException {
    return new ProcessBuilder(("ip " + words).split(" ")).start().waitFor() == 0;
  }
}
