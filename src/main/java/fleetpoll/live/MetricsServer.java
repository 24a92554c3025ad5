package fleetpoll.live;

import io.prometheus.metrics.config.PrometheusProperties;
import io.prometheus.metrics.exporter.httpserver.HTTPServer;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.net.InetAddress;

/** Serves the metrics of a run to Prometheus: {@code /metrics} on a port of 127.0.0.1. */
public final class MetricsServer implements AutoCloseable {

  private static final byte[] LOOPBACK = {127, 0, 0, 1};

  private final PrometheusRegistry registry;
  private final HTTPServer server;

  private MetricsServer(PrometheusRegistry registry, HTTPServer server) {
    this.registry = registry;
    this.server = server;
  }

  /**
   * Listens, with no metrics yet.
   *
   * @throws IOException if it cannot listen, for example because the port is taken
   */
  public static MetricsServer listen(int port) throws IOException {
    PrometheusRegistry registry = new PrometheusRegistry();
    HTTPServer server =
        // The library's plain defaults: otherwise one of its own properties could change the port.
        HTTPServer.builder(PrometheusProperties.builder().build())
            .inetAddress(InetAddress.getByAddress(LOOPBACK))
            .port(port)
            .registry(registry)
            .buildAndStart();
    return new MetricsServer(registry, server);
  }

  /** Serves these metrics from now on; each scrape reads their current values. */
  public void serve(MultiCollector metrics) {
    registry.register(metrics);
  }

  /** Stops at once. */
  @Override
  public void close() {
    server.close();
  }
}
