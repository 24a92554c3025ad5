package fleetpoll.report;

import fleetpoll.figure.Numbers;
import fleetpoll.figure.Unit;
import fleetpoll.record.EndpointProgress;
import fleetpoll.run.Usage;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** Reports a run's results on the console, while it runs. */
public final class ProgressText {

  /** The line must stay readable: the most frequent reasons of failures are enough. */
  private static final int MOST_REASONS = 2;

  /**
   * The polls that ended in a stretch of time.
   *
   * @param length of the stretch
   * @param endpoints by name, in the fleet's order
   */
  public record Polls(Duration length, Map<String, EndpointProgress> endpoints) {}

  private ProgressText() {}

  /**
   * One line of plain ASCII.
   *
   * @param elapsed since the measured window began; negative in the warm-up
   * @param whole the length of the measured window
   * @param recent the polls since the last line
   * @param total the polls so far
   * @param server what the target has used since the last line
   * @param generator what this process has used since the last line
   */
  public static String line(
      Duration elapsed,
      Duration whole,
      Polls recent,
      List<EndpointProgress> total,
      Usage server,
      Usage generator) {
    String polls = elapsed.isNegative() ? "" : recent(recent) + " | " + total(total) + " | ";
    return "[%s] %sserver %s, generator %s"
        .formatted(when(elapsed, whole), polls, server(server), cores(generator, ""));
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

  private static String recent(Polls recent) {
    Collection<EndpointProgress> all = recent.endpoints.values();
    long sent = sum(all, EndpointProgress::sent);
    double seconds = recent.length.toNanos() / 1e9;
    Double success = Numbers.percentOf(sum(all, EndpointProgress::ok), sent);
    String text =
        "%s/s, ok %s%s, missed %s"
            .formatted(
                Numbers.brief(seconds > 0 ? sent / seconds : 0),
                success == null ? Numbers.NONE : Unit.PERCENT.number(success) + " %",
                reasons(all),
                Numbers.count(sum(all, EndpointProgress::missed)));
    String percentiles =
        recent.endpoints.entrySet().stream()
            .filter(endpoint -> endpoint.getValue().serviceP99Micros().isPresent())
            .map(endpoint -> endpoint.getKey() + " " + p99(endpoint.getValue()))
            .collect(Collectors.joining(", "));
    return percentiles.isEmpty() ? text : text + ", p99 " + percentiles + " ms";
  }

  private static String p99(EndpointProgress endpoint) {
    return Numbers.brief(endpoint.serviceP99Micros().getAsLong() / 1e3);
  }

  /** Why polls failed, the most frequent first; no more than {@link #MOST_REASONS}. */
  private static String reasons(Collection<EndpointProgress> endpoints) {
    Map<String, Long> byReason = new TreeMap<>();
    endpoints.forEach(e -> e.koBy().forEach((reason, n) -> byReason.merge(reason, n, Long::sum)));
    String further = byReason.size() > MOST_REASONS ? ", ...)" : ")";
    return byReason.isEmpty()
        ? ""
        : byReason.entrySet().stream()
            .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
            .limit(MOST_REASONS)
            .map(Map.Entry::getKey)
            .collect(Collectors.joining(", ", " (", further));
  }

  private static String total(List<EndpointProgress> total) {
    long ko = sum(total, EndpointProgress::ko);
    long missed = sum(total, EndpointProgress::missed);
    return "total "
        + Numbers.count(sum(total, EndpointProgress::sent))
        + (ko == 0 ? "" : ", ko " + Numbers.count(ko))
        + (missed == 0 ? "" : ", missed " + Numbers.count(missed));
  }

  private static long sum(
      Collection<EndpointProgress> endpoints, ToLongFunction<EndpointProgress> count) {
    return endpoints.stream().mapToLong(count).sum();
  }

  private static String server(Usage usage) {
    return usage.rssBytesMean() == null
        ? cores(usage, " cores")
        : cores(usage, " cores") + " " + Numbers.brief(usage.rssBytesMean() / 1e6) + " MB";
  }

  private static String cores(Usage usage, String unit) {
    return usage.cpuCoresMean() == null
        ? "not measured"
        : Numbers.measure(usage.cpuCoresMean()) + unit;
  }
}
