package fleetpoll.report;

import fleetpoll.figure.Numbers;
import fleetpoll.record.EndpointProgress;
import fleetpoll.run.Usage;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reports a run's results so far on the console, while it runs. */
public final class ProgressText {

  private ProgressText() {}

  /**
   * One line of plain ASCII.
   *
   * @param elapsed since the measured window began; negative in the warm-up
   * @param whole the length of the measured window
   * @param endpoints by name, in the fleet's order
   * @param server what the target has used since the last sample
   * @param generator what this process has used since the last sample
   */
  public static String line(
      Duration elapsed,
      Duration whole,
      Map<String, EndpointProgress> endpoints,
      Usage server,
      Usage generator) {
    String polls = elapsed.isNegative() ? "" : polls(endpoints) + " | ";
    return "[%s] %sserver %s | generator %s"
        .formatted(when(elapsed, whole), polls, server(server), cores(generator));
  }

  private static String when(Duration elapsed, Duration whole) {
    if (elapsed.isNegative()) {
      return "warm-up, %s left".formatted(Durations.clock(elapsed.negated()));
    }
    Duration left = whole.minus(elapsed);
    return "%s, %s left"
        .formatted(
            Durations.clock(elapsed), Durations.clock(left.isNegative() ? Duration.ZERO : left));
  }

  private static String polls(Map<String, EndpointProgress> endpoints) {
    Collection<EndpointProgress> all = endpoints.values();
    String text =
        "sent %s, missed %s, ko %s"
            .formatted(
                Numbers.count(all.stream().mapToLong(EndpointProgress::sent).sum()),
                Numbers.count(all.stream().mapToLong(EndpointProgress::missed).sum()),
                ko(all));
    String percentiles =
        endpoints.entrySet().stream()
            .filter(endpoint -> endpoint.getValue().serviceP99Micros().isPresent())
            .map(endpoint -> endpoint.getKey() + " " + p99(endpoint.getValue()))
            .collect(Collectors.joining(", "));
    return percentiles.isEmpty() ? text : text + ", p99 " + percentiles;
  }

  private static String p99(EndpointProgress endpoint) {
    return Numbers.brief(endpoint.serviceP99Micros().getAsLong() / 1e3) + " ms";
  }

  /** The reasons, the most frequent first. */
  private static String ko(Collection<EndpointProgress> endpoints) {
    Map<String, Long> byReason = new TreeMap<>();
    endpoints.forEach(e -> e.koBy().forEach((reason, n) -> byReason.merge(reason, n, Long::sum)));
    long total = byReason.values().stream().mapToLong(Long::longValue).sum();
    if (total == 0) {
      return "0";
    }
    return byReason.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .map(reason -> reason.getKey() + " " + Numbers.count(reason.getValue()))
        .collect(Collectors.joining(", ", Numbers.count(total) + " (", ")"));
  }

  private static String server(Usage usage) {
    return usage.rssBytesMean() == null
        ? cores(usage)
        : cores(usage) + ", " + Numbers.brief(usage.rssBytesMean() / 1e6) + " MB";
  }

  private static String cores(Usage usage) {
    return usage.cpuCoresMean() == null
        ? "not measured"
        : Numbers.measure(usage.cpuCoresMean()) + " cores";
  }
}
