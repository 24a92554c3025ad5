package fleetpoll.run;

import org.HdrHistogram.AbstractHistogram;
import org.HdrHistogram.Histogram;

/**
 * How long the whole fleet's polls of one endpoint took: the devices' distributions added up, which
 * is exact, unlike any mean of percentiles.
 *
 * @param measure what is distributed: {@code service} or {@code response}
 */
public record Distribution(String endpoint, String measure, AbstractHistogram micros) {

  private static final int SIGNIFICANT_DIGITS = 2;

  /** Takes histograms of any range. */
  public static Histogram empty() {
    Histogram histogram = new Histogram(SIGNIFICANT_DIGITS);
    histogram.setAutoResize(true);
    return histogram;
  }

  /** How many durations there are. */
  public long count() {
    return micros.getTotalCount();
  }

  /**
   * The duration that {@code percent} of all do not exceed, in milliseconds, exact to 1 %.
   *
   * @param percent from 0 to 100; 100 is the greatest duration, to 1 % as well
   */
  public double millisAt(double percent) {
    return Decimals.millis(micros.getValueAtPercentile(percent));
  }
}
