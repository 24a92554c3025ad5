package fleetpoll.estimate;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * One server's figure against another's, estimated from the rounds.
 *
 * @param mean of the rounds: geometric of ratios, arithmetic of differences
 * @param low lower end of the 95 % confidence interval
 * @param high its upper end
 */
public record Estimate(double mean, double low, double high) {

  /** The fewest rounds that give an estimate; the spread of two means next to nothing. */
  public static final int LEAST_ROUNDS = 3;

  static final double CONFIDENCE = 0.95;

  /**
   * The t-interval of the ratios' logarithms, transformed back by the exponential function. The
   * logarithm makes twice and half symmetric; it yields the geometric mean, the one mean of ratios
   * that does not depend on which server is the reference (Fleming and Wallace, How not to lie with
   * statistics, CACM 29, 1986). It assumes that rounds are independent and that the logarithms are
   * roughly normal.
   *
   * @param ratios one a round, at least {@link #LEAST_ROUNDS}, each more than 0
   * @param resolution how exact the figures are, 0.01 for 1 %; it widens the interval on both sides
   */
  public static Estimate of(List<Double> ratios, double resolution) {
    Estimate logs = ofDifferences(ratios.stream().map(Math::log).toList());
    double width = Math.log1p(resolution);
    return new Estimate(logs.mean, logs.low - width, logs.high + width).map(Math::exp);
  }

  /**
   * The t-interval of a mean of paired differences, {@code m ± t(0.975, n - 1) · s / √n}
   * (NIST/SEMATECH e-Handbook of Statistical Methods, sections 1.3.5.2 and 7.3.1.1).
   *
   * @param differences one a round, at least {@link #LEAST_ROUNDS}
   */
  public static Estimate ofDifferences(List<Double> differences) {
    int n = differences.size();
    if (n < LEAST_ROUNDS) {
      throw new IllegalArgumentException(n + " rounds are too few");
    }
    double[] values = differences.stream().mapToDouble(Double::doubleValue).toArray();
    double mean = Arrays.stream(values).sum() / n;
    double squares = Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
    double quantile = TDistribution.of(n - 1).inverseCumulativeProbability((1 + CONFIDENCE) / 2);
    double half = quantile * Math.sqrt(squares / (n - 1) / n);
    return new Estimate(mean, mean - half, mean + half);
  }

  /** All three numbers transformed by a function that ascends. */
  public Estimate map(DoubleUnaryOperator ascending) {
    return new Estimate(
        ascending.applyAsDouble(mean), ascending.applyAsDouble(low), ascending.applyAsDouble(high));
  }

  /** The same mean with an interval that contains both intervals. */
  public Estimate wideTo(Estimate other) {
    return new Estimate(mean, Math.min(low, other.low), Math.max(high, other.high));
  }

  /** Whether the interval contains a number. */
  public boolean contains(double number) {
    return low <= number && number <= high;
  }
}
