package fleetpoll.watch;

import fleetpoll.watch.PrometheusText.Metric;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Reads the metrics of a Prometheus node exporter. */
final class NodeExporter {

  private static final String CPU = "node_cpu_seconds_total";
  private static final String MEMORY_TOTAL = "node_memory_MemTotal_bytes";
  private static final String MEMORY_AVAILABLE = "node_memory_MemAvailable_bytes";
  private static final String NET_RX = "node_network_receive_bytes_total";
  private static final String NET_TX = "node_network_transmit_bytes_total";
  private static final String DISK_READ = "node_disk_read_bytes_total";
  private static final String DISK_WRITTEN = "node_disk_written_bytes_total";
  private static final Set<String> NAMES =
      Set.of(CPU, MEMORY_TOTAL, MEMORY_AVAILABLE, NET_RX, NET_TX, DISK_READ, DISK_WRITTEN);
  private static final Set<String> LOOPBACK = Set.of("lo", "lo0");
  private static final Set<String> IDLE = Set.of("idle", "iowait");

  private final List<Metric> metrics;

  private NodeExporter(List<Metric> metrics) {
    this.metrics = metrics;
  }

  /**
   * The machine's counters.
   *
   * @throws IllegalArgumentException if these are no metrics of a node exporter
   */
  static MachineReading read(String text) {
    List<Metric> finite =
        PrometheusText.parse(text, NAMES).filter(m -> Double.isFinite(m.value())).toList();
    NodeExporter exporter = new NodeExporter(finite);
    Set<String> processors =
        exporter.of(CPU).stream().map(m -> m.labels().get("cpu")).collect(Collectors.toSet());
    if (processors.isEmpty()) {
      throw new IllegalArgumentException("there is no " + CPU + ": it is no node exporter's");
    }
    return exporter.reading(processors.size());
  }

  private MachineReading reading(int processors) {
    Long total = bytes(MEMORY_TOTAL, m -> true);
    Long available = bytes(MEMORY_AVAILABLE, m -> true);
    Predicate<Metric> wholeDisk = m -> Disks.isWhole(m.labels().getOrDefault("device", ""));
    // Loopback is left out: some exporters do so by default, and no fleet connects over it.
    Predicate<Metric> notLoopback = m -> !LOOPBACK.contains(m.labels().getOrDefault("device", ""));
    return new MachineReading(
        seconds(m -> !IDLE.contains(m.labels().get("mode"))),
        seconds(m -> true),
        processors,
        total == null || available == null ? null : Long.valueOf(total - available),
        bytes(NET_RX, notLoopback),
        bytes(NET_TX, notLoopback),
        bytes(DISK_READ, wholeDisk),
        bytes(DISK_WRITTEN, wholeDisk));
  }

  private List<Metric> of(String name) {
    return metrics.stream().filter(metric -> metric.name().equals(name)).toList();
  }

  private double seconds(Predicate<Metric> which) {
    return of(CPU).stream().filter(which).mapToDouble(Metric::value).sum();
  }

  /** Null if there are none. */
  private Long bytes(String name, Predicate<Metric> which) {
    List<Metric> found = of(name).stream().filter(which).toList();
    return found.isEmpty()
        ? null
        : Long.valueOf(Math.round(found.stream().mapToDouble(Metric::value).sum()));
  }
}
