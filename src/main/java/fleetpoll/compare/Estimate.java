package fleetpoll.compare;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * How many times one server's figure is another's, estimated from the rounds' ratios.
 *
 * @param mean geometric mean of the rounds' ratios
 * @param low lower end of the 95 % confidence interval
 * @param high its upper end
 */
public record Estimate(double mean, double low, double high) {

  /** The fewest rounds that give an estimate; the spread of two means next to nothing. */
  public static final int LEAST_ROUNDS = 3;

  private static final double CONFIDENCE = 0.95;

  /**
   * The t-interval of a mean of paired differences, {@code m ± t(0.975, n - 1) · s / √n} (NIST/
   * SEMATECH e-Handbook of Statistical Methods, sections 1.3.5.2 and 7.3.1.1), of the ratios'
   * logarithms, transformed back by the exponential function. The logarithm makes twice and half
   * symmetric; it yields the geometric mean, the one mean of ratios that does not depend on which
   * server is the reference (Fleming and Wallace, How not to lie with statistics, CACM 29, 1986).
   * It assumes that rounds are independent and that the logarithms are roughly normal.
   *
   * @param ratios one a round, at least {@link #LEAST_ROUNDS}, each more than 0
   * @param resolution how exact the figures are, 0.01 for 1 %; it widens the interval on both sides
   */
  static Estimate of(List<Double> ratios, double resolution) {
    int n = ratios.size();
    if (n < LEAST_ROUNDS) {
      throw new IllegalArgumentException(n + " rounds are too few");
    }
    double[] logs = ratios.stream().mapToDouble(Math::log).toArray();
    double mean = Arrays.stream(logs).sum() / n;
    double squares = Arrays.stream(logs).map(log -> (log - mean) * (log - mean)).sum();
    double quantile = TDistribution.of(n - 1).inverseCumulativeProbability((1 + CONFIDENCE) / 2);
    double half = quantile * Math.sqrt(squares / (n - 1) / n) + Math.log1p(resolution);
    return new Estimate(Math.exp(mean), Math.exp(mean - half), Math.exp(mean + half));
  }

  /** Whether the servers may as well be equal. */
  boolean containsOne() {
    return low <= 1 && 1 <= high;
  }
}
