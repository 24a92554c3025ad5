package fleetpoll.record;

/**
 * Durations of one kind in microseconds. Percentiles are exact to 1 % of their value; the others
 * are exact. All are 0 if {@code count} is 0.
 *
 * @param count how many durations there are
 */
public record LatencySummary(
    long count,
    long minMicros,
    double meanMicros,
    long p50Micros,
    long p90Micros,
    long p95Micros,
    long p99Micros,
    long p999Micros,
    long maxMicros) {

  /** No durations at all. */
  public static final LatencySummary EMPTY = new LatencySummary(0, 0, 0, 0, 0, 0, 0, 0, 0);
}
