package fleetpoll.estimate;

import fleetpoll.figure.Count;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;
import org.apache.commons.statistics.interval.Interval;

/**
 * Two shares of counted polls, and how far apart chance alone can have brought them. The interval
 * is Newcombe's hybrid score interval (Interval estimation for the difference between independent
 * proportions, Statistics in Medicine 17, 1998, method 10): it is put together from the Wilson
 * interval of each share, so it has a width even if nothing or everything was counted.
 *
 * <p>It takes polls to be independent of each other. They are not, so this is the least width that
 * an interval can have.
 *
 * @param own of one server
 * @param reference of the other
 */
public record Proportions(Count own, Count reference) {

  private static final double POINTS = 100;

  /** Whether both are 0, or both are 1. */
  public boolean areEqualAndExtreme() {
    return own.isExtreme() && own.share() == reference.share();
  }

  /** The difference in percentage points. */
  public Estimate difference() {
    return hybrid(share -> POINTS * share);
  }

  /**
   * The ratio, by the same method on logarithms (Zou and Donner, Construction of confidence limits
   * about effect measures, Statistics in Medicine 27, 2008).
   *
   * @throws IllegalArgumentException if a share is 0
   */
  public Estimate ratio() {
    if (own.part() == 0 || reference.part() == 0) {
      throw new IllegalArgumentException("0 has no logarithm");
    }
    return hybrid(Math::log).map(Math::exp);
  }

  private Estimate hybrid(DoubleUnaryOperator scale) {
    Estimate a = wilson(own).map(scale);
    Estimate b = wilson(reference).map(scale);
    double mean = a.mean() - b.mean();
    return new Estimate(
        mean,
        mean - Math.hypot(a.mean() - a.low(), b.high() - b.mean()),
        mean + Math.hypot(a.high() - a.mean(), b.mean() - b.low()));
  }

  private static Estimate wilson(Count count) {
    // The library counts in int. More polls than that are taken for fewer: that is no narrower.
    long divisor = count.whole() / Integer.MAX_VALUE + 1;
    Interval interval =
        BinomialConfidenceInterval.WILSON_SCORE.fromErrorRate(
            (int) (count.whole() / divisor),
            (int) (count.part() / divisor),
            1 - Estimate.CONFIDENCE);
    return new Estimate(count.share(), interval.getLowerBound(), interval.getUpperBound());
  }
}
