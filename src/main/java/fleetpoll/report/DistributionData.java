package fleetpoll.report;

import fleetpoll.run.Decimals;
import fleetpoll.run.Distribution;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The data about the fleet's distributions that the page hands to its script: durations over 1 / (1
 * − p), as HdrHistogram plots them, so that each further nine of a percentile takes the same width.
 *
 * @param x values of 1 / (1 − p), ascending from 1
 * @param curves one of each endpoint and measure that has durations
 */
public record DistributionData(List<Double> x, List<Curve> curves) {

  /** Points between one power of ten and the next. */
  private static final int PER_DECADE = 24;

  /**
   * One curve; it ends when only the slowest poll of all remains.
   *
   * @param endpoint its index in the run
   * @param ms in milliseconds, point by point of {@code x}
   */
  public record Curve(int endpoint, String measure, long count, List<Double> ms) {}

  public static DistributionData of(List<String> endpoints, List<Distribution> distributions) {
    List<Distribution> some = distributions.stream().filter(each -> each.count() > 0).toList();
    long most = some.stream().mapToLong(Distribution::count).max().orElse(1);
    int points = 1 + (int) Math.ceil(PER_DECADE * Math.log10(most));
    List<Double> x =
        IntStream.range(0, points).mapToObj(i -> Math.pow(10, i / (double) PER_DECADE)).toList();
    Map<String, Integer> index =
        IntStream.range(0, endpoints.size())
            .boxed()
            .collect(Collectors.toMap(endpoints::get, i -> i));
    return new DistributionData(
        x.stream().map(Decimals::thousandths).toList(),
        some.stream()
            .filter(each -> index.containsKey(each.endpoint()))
            .map(each -> curve(index.get(each.endpoint()), each, x))
            .toList());
  }

  private static Curve curve(int endpoint, Distribution distribution, List<Double> x) {
    List<Double> ms = new ArrayList<>();
    boolean whole = false;
    for (double at : x) {
      if (whole) {
        break;
      }
      whole = at >= distribution.count();
      ms.add(distribution.millisAt(100 - 100 / at));
    }
    return new Curve(endpoint, distribution.measure(), distribution.count(), ms);
  }
}
