package fleetpoll.record;

import org.HdrHistogram.PackedHistogram;

/**
 * Durations of one kind in microseconds: their distribution to two significant digits, and their
 * least, greatest and sum exactly. Not safe for concurrent use.
 */
final class LatencyRecorder {

  /** Two digits: 1 % of the value, in a tenth of the memory of three. */
  static final int SIGNIFICANT_DIGITS = 2;

  private final PackedHistogram histogram = new PackedHistogram(SIGNIFICANT_DIGITS);
  private long minMicros = Long.MAX_VALUE;
  private long maxMicros;
  private long sumMicros;

  void record(long micros) {
    histogram.recordValue(micros);
    minMicros = Math.min(minMicros, micros);
    maxMicros = Math.max(maxMicros, micros);
    sumMicros += micros;
  }

  void add(LatencyRecorder other) {
    histogram.add(other.histogram);
    minMicros = Math.min(minMicros, other.minMicros);
    maxMicros = Math.max(maxMicros, other.maxMicros);
    sumMicros += other.sumMicros;
  }

  PackedHistogram histogram() {
    return histogram;
  }

  LatencySummary summarise() {
    long count = histogram.getTotalCount();
    if (count == 0) {
      return LatencySummary.EMPTY;
    }
    return new LatencySummary(
        count,
        minMicros,
        (double) sumMicros / count,
        percentile(50),
        percentile(90),
        percentile(95),
        percentile(99),
        percentile(99.9),
        maxMicros);
  }

  /** A bucket's upper edge may lie above every value in it. */
  private long percentile(double percent) {
    return Math.min(histogram.getValueAtPercentile(percent), maxMicros);
  }
}
