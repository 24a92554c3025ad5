package fleetpoll.run;

import fleetpoll.figure.Statistic;
import fleetpoll.record.LatencySummary;

/**
 * Durations of one kind in milliseconds; null if there were none. Percentiles are exact to 1 % of
 * their value.
 */
public record Latency(
    Double minMs,
    Double meanMs,
    Double p50Ms,
    Double p90Ms,
    Double p95Ms,
    Double p99Ms,
    Double p999Ms,
    Double maxMs) {

  /** One of them. */
  public Double at(Statistic statistic) {
    return switch (statistic) {
      case P50 -> p50Ms;
      case P90 -> p90Ms;
      case P95 -> p95Ms;
      case P99 -> p99Ms;
      case P999 -> p999Ms;
      case MAX -> maxMs;
      case MEAN -> meanMs;
    };
  }

  /** The figures of a distribution. */
  public static Latency of(LatencySummary summary) {
    return new Latency(
        Decimals.millis(summary, summary.minMicros()),
        Decimals.millis(summary, summary.meanMicros()),
        Decimals.millis(summary, summary.p50Micros()),
        Decimals.millis(summary, summary.p90Micros()),
        Decimals.millis(summary, summary.p95Micros()),
        Decimals.millis(summary, summary.p99Micros()),
        Decimals.millis(summary, summary.p999Micros()),
        Decimals.millis(summary, summary.maxMicros()));
  }
}
