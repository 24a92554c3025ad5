package fleetpoll.record;

import fleetpoll.schedule.Waits;
import org.HdrHistogram.AbstractHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.IntCountsHistogram;
import org.HdrHistogram.ShortCountsHistogram;

/**
 * Records durations of one kind in microseconds: their distribution to two significant digits, and
 * their least, greatest and sum exactly. Its counters are only as wide as the number of durations
 * requires: most devices poll less than 32,768 times. A packed histogram would take a little less
 * memory, but ten times as long to record. Not safe for concurrent use.
 */
final class LatencyRecorder {

  /** Two digits: 1 % of the value, in a tenth of the memory of three. */
  static final int SIGNIFICANT_DIGITS = 2;

  /**
   * Up to where a histogram reaches at first. It widens itself for a longer duration, but by an
   * exception and a copy; most devices see less than this in a run.
   */
  private static final long USUAL_MICROS = (1 << 14) - 1;

  private AbstractHistogram histogram;
  private long minMicros = Long.MAX_VALUE;
  private long maxMicros;

  /** Exact below 2^53; of a large fleet that waits for half a day, it exceeds a long. */
  private double sumMicros;

  LatencyRecorder() {
    this(new ShortCountsHistogram(USUAL_MICROS, SIGNIFICANT_DIGITS));
    histogram.setAutoResize(true);
  }

  private LatencyRecorder(AbstractHistogram histogram) {
    this.histogram = histogram;
  }

  void record(long micros) {
    record(micros, 1);
  }

  /** Records {@code count} equal durations. */
  void record(long micros, long count) {
    makeRoom(count);
    histogram.recordValueWithCount(micros, count);
    minMicros = Math.min(minMicros, micros);
    maxMicros = Math.max(maxMicros, micros);
    sumMicros += (double) micros * count;
  }

  /** Records how long many polls have waited, in steps that are as few as their counters. */
  void record(Waits waits) {
    makeRoom(waits.count());
    waits.forEach(histogram::lowestEquivalentValue, histogram::recordValueWithCount);
    minMicros = Math.min(minMicros, waits.leastMicros());
    maxMicros = Math.max(maxMicros, waits.mostMicros());
    sumMicros += waits.sumMicros();
  }

  /** A copy, in half the time that it takes to add up. */
  LatencyRecorder copy() {
    LatencyRecorder copy = new LatencyRecorder(histogram.copy());
    copy.minMicros = minMicros;
    copy.maxMicros = maxMicros;
    copy.sumMicros = sumMicros;
    return copy;
  }

  void add(LatencyRecorder other) {
    makeRoom(other.histogram.getTotalCount());
    histogram.add(other.histogram);
    minMicros = Math.min(minMicros, other.minMicros);
    maxMicros = Math.max(maxMicros, other.maxMicros);
    sumMicros += other.sumMicros;
  }

  /**
   * Widens the counters if necessary: all durations may be equal, so one counter must be able to
   * count them all.
   */
  private void makeRoom(long further) {
    long count = histogram.getTotalCount() + further;
    if (count > most()) {
      boolean ints = count <= Integer.MAX_VALUE;
      AbstractHistogram wider =
          ints ? new IntCountsHistogram(SIGNIFICANT_DIGITS) : new Histogram(SIGNIFICANT_DIGITS);
      wider.add(histogram);
      histogram = wider;
    }
  }

  /** Up to which number a counter counts; a field for it would take memory in every device. */
  private long most() {
    if (histogram instanceof ShortCountsHistogram) {
      return Short.MAX_VALUE;
    }
    return histogram instanceof IntCountsHistogram ? Integer.MAX_VALUE : Long.MAX_VALUE;
  }

  AbstractHistogram histogram() {
    return histogram;
  }

  LatencySummary summarise() {
    long count = histogram.getTotalCount();
    if (count == 0) {
      return LatencySummary.EMPTY;
    }
    return LatencySummary.of(histogram, minMicros, sumMicros / count, maxMicros);
  }
}
