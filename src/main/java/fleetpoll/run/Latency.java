package fleetpoll.run;

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

  static Latency of(LatencySummary summary) {
    return new Latency(
        Millis.of(summary, summary.minMicros()),
        Millis.of(summary, summary.meanMicros()),
        Millis.of(summary, summary.p50Micros()),
        Millis.of(summary, summary.p90Micros()),
        Millis.of(summary, summary.p95Micros()),
        Millis.of(summary, summary.p99Micros()),
        Millis.of(summary, summary.p999Micros()),
        Millis.of(summary, summary.maxMicros()));
  }
}
