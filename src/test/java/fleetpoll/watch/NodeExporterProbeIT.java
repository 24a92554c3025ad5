package fleetpoll.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.net.httpserver.HttpServer;
import fleetpoll.trust.Trust;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Metrics over HTTP: Debian's node exporter, and endpoints that are not node exporters. */
@Timeout(60)
class NodeExporterProbeIT {

  private static final String EXPORTER = "prometheus-node-exporter";
  private static final long SECOND = 1_000_000_000;
  private static final String METRICS = "node_cpu_seconds_total{cpu=\"0\",mode=\"user\"} 1\n";

  private final List<Happening> happenings = new ArrayList<>();

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static URI metrics(int port) {
    return URI.create("http://127.0.0.1:" + port + "/metrics");
  }

  private NodeExporterProbe probe(int port) {
    return new NodeExporterProbe(
        metrics(port), "shown", Trust.OF_THE_JVM.context(), happenings::add);
  }

  @Test
  void aNodeExporterTellsOfItsMachine() throws Exception {
    Installed.assume(EXPORTER, EXPORTER);
    int port = freePort();
    Process exporter =
        new ProcessBuilder(EXPORTER, "--web.listen-address=127.0.0.1:" + port)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      NodeExporterProbe probe = awaitAnswer(port);
      HostProbe host =
          new HostProbe(Oshi.ofThisMachine().getHardware(), new Attempts(happenings::add));
      Sample first = present(probe, 0);
      Sample same = host.sample(0).orElseThrow();
      Sample second = present(probe, SECOND);

      assertThat(first.source()).isEqualTo(Source.TARGET);
      assertThat(first.cpuCores()).isNull();
      assertThat(first.rssBytes().doubleValue())
          .isCloseTo(same.rssBytes(), within(0.3 * same.rssBytes()));
      assertThat(second.cpuCores())
          .isBetween(0.0, Runtime.getRuntime().availableProcessors() + 0.0);
      assertThat(second.netRxBytes()).isNotNegative();
      assertThat(second.diskReadBytes()).isNotNegative();
      assertThat(probe.found()).isEqualTo("the whole machine, as shown reports it");
    } finally {
      exporter.destroy();
      exporter.waitFor(10, TimeUnit.SECONDS);
    }
  }

  private NodeExporterProbe awaitAnswer(int port) {
    long deadline = System.nanoTime() + 20 * SECOND;
    NodeExporterProbe probe = probe(port);
    while (probe.found() == null && System.nanoTime() - deadline < 0) {
      LockSupport.parkNanos(50_000_000);
      probe = probe(port);
    }
    return probe;
  }

  /** What is scraped within 20 s: a busy machine may let a scrape fail. */
  private static Sample present(NodeExporterProbe probe, long nanos) {
    long deadline = System.nanoTime() + 20 * SECOND;
    Optional<Sample> sample = probe.sample(nanos);
    while (sample.isEmpty() && System.nanoTime() - deadline < 0) {
      sample = probe.sample(nanos);
    }
    return sample.orElseThrow();
  }

  @Test
  void anExporterThatFailsIsToldOnceAndFoundAgain() throws Exception {
    int port = freePort();
    HttpServer server = serve(port, 200, METRICS);
    NodeExporterProbe probe = probe(port);
    assertThat(probe.sample(0)).isPresent();
    server.stop(0);

    assertThat(probe.sample(SECOND)).isEmpty();
    assertThat(probe.sample(2 * SECOND)).isEmpty();
    server = serve(port, 200, METRICS);
    assertThat(probe.sample(3 * SECOND)).isPresent();
    server.stop(0);

    assertThat(happenings)
        .extracting(Happening::kind, Happening::atNanos)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("metrics-lost", SECOND),
            org.assertj.core.groups.Tuple.tuple("metrics-found", 3 * SECOND));
    assertThat(happenings)
        .extracting(Happening::text)
        .allMatch(text -> text.startsWith("shown"))
        .noneMatch(text -> text.contains(metrics(port).toString()));
    assertThat(probe.found()).isNotNull();
  }

  @Test
  void whatIsNoNodeExporterIsNamedWithTheReason() throws Exception {
    int port = freePort();
    assertThat(probe(port).found()).isNull();
    assertThat(probe(port).advice()).contains("-Dserver.metrics", "shown cannot be read");

    assertReason(404, METRICS, "status 404");
    assertReason(200, "<html>", "no node exporter");
    assertReason(200, "node_cpu_seconds_total{", "not a Prometheus sample");
  }

  private void assertReason(int status, String body, String reason) throws IOException {
    int port = freePort();
    HttpServer server = serve(port, status, body);
    try {
      assertThat(probe(port).advice()).contains(reason);
    } finally {
      server.stop(0);
    }
  }

  private static HttpServer serve(int port, int status, String body) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext(
        "/metrics",
        exchange -> {
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    return server;
  }

  @Test
  void oneThatNeverEndsItsAnswerHoldsNothingUp() throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/metrics",
        exchange -> {
          exchange.sendResponseHeaders(200, 1_000_000);
          exchange.getResponseBody().write(METRICS.getBytes(StandardCharsets.UTF_8));
          exchange.getResponseBody().flush();
        });
    server.start();
    try {
      NodeExporterProbe probe = probe(server.getAddress().getPort());
      long start = System.nanoTime();

      assertThat(probe.sample(0)).isEqualTo(Optional.empty());

      assertThat(System.nanoTime() - start).isLessThan(10 * SECOND);
      assertThat(probe.advice()).contains("no complete answer within 800 ms");
    } finally {
      server.stop(0);
    }
  }
}
