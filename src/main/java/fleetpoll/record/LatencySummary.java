package fleetpoll.record;

import org.HdrHistogram.AbstractHistogram;

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

  private static final long LONGEST_STRIDE = 16; // counters

  /**
   * The summary of a distribution to two digits, whose other figures are known exactly.
   *
   * @param micros the distribution
   */
  public static LatencySummary of(
      AbstractHistogram micros, long minMicros, double meanMicros, long maxMicros) {
    if (micros.getTotalCount() == 0) {
      return EMPTY;
    }
    long[] at = percentiles(micros, minMicros, maxMicros, 50, 90, 95, 99, 99.9);
    return new LatencySummary(
        micros.getTotalCount(),
        minMicros,
        meanMicros,
        at[0],
        at[1],
        at[2],
        at[3],
        at[4],
        maxMicros);
  }

  /**
   * The values of {@link AbstractHistogram#getValueAtPercentile}, which would go through all
   * counters once for each of them, from those of 0 us on.
   *
   * @param percents in ascending order
   */
  private static long[] percentiles(
      AbstractHistogram histogram, long minMicros, long maxMicros, double... percents) {
    long[] micros = new long[percents.length];
    Walk walk = new Walk(histogram, minMicros);
    for (int i = 0; i < percents.length; i++) {
      long rank = rank(histogram, percents[i]);
      // The greatest is known, and often many empty counters away. The upper edge of a bucket may
      // lie above every value in it.
      micros[i] =
          rank == histogram.getTotalCount()
              ? maxMicros
              : Math.min(histogram.highestEquivalentValue(walk.to(rank)), maxMicros);
    }
    return micros;
  }

  /**
   * Goes through a histogram's counters upwards, in strides of many as long as none goes too far:
   * the histogram adds many up in the time that it takes to find one.
   */
  private static final class Walk {

    private final AbstractHistogram histogram;
    private long value;
    private long counted;

    Walk(AbstractHistogram histogram, long from) {
      this.histogram = histogram;
      this.value = from;
      this.counted = histogram.getCountAtValue(from);
    }

    /** The value with which so many durations are counted. */
    long to(long rank) {
      long stride = LONGEST_STRIDE;
      while (counted < rank) {
        long next = histogram.nextNonEquivalentValue(value);
        long last = next + stride * histogram.sizeOfEquivalentValueRange(next);
        long further = histogram.getCountBetweenValues(next, last);
        if (stride > 0 && counted + further >= rank) {
          stride /= 2;
        } else {
          value = last;
          counted += further;
        }
      }
      return value;
    }
  }

  /** With HdrHistogram's tolerance for what floating point cannot express. */
  private static long rank(AbstractHistogram histogram, double percent) {
    return (long) Math.max(1, Math.ceil(Math.nextDown(percent) * histogram.getTotalCount() / 100));
  }
}
