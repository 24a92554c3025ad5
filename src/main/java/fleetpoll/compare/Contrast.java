package fleetpoll.compare;

import fleetpoll.figure.Figure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * One server's figure divided by another's, round by round.
 *
 * @param byRound null if a round has none: a run of the two is missing or invalid, or a figure is 0
 *     or not known
 * @param estimate null if nothing can be claimed
 */
public record Ratio(List<Double> byRound, Estimate estimate, Claim claim) {

  /**
   * How exact a percentile is; a smaller difference of any other figure is not worth a claim
   * either.
   */
  private static final double RELATIVE_RESOLUTION = 0.01;

  /** How exact a time is at best, in milliseconds. */
  private static final double MILLIS_RESOLUTION = 0.001;

  /**
   * Only rounds with valid runs of both servers count. If one of them has no ratio, nothing can be
   * claimed: to leave it out would choose rounds by their outcome.
   *
   * @param values a server's, one a round
   * @param reference the other's, likewise
   */
  static Ratio of(Figure figure, List<Value> values, List<Value> reference) {
    List<Double> ratios = new ArrayList<>();
    int pairs = 0;
    for (int round = 0; round < values.size(); round++) {
      boolean paired = values.get(round).counts() && reference.get(round).counts();
      pairs += paired ? 1 : 0;
      ratios.add(paired ? ratio(values.get(round), reference.get(round)) : null);
    }
    List<Double> known = ratios.stream().filter(Objects::nonNull).toList();
    List<Double> byRound = Collections.unmodifiableList(ratios);
    if (pairs < Estimate.LEAST_ROUNDS) {
      return new Ratio(byRound, null, Claim.TOO_FEW_ROUNDS);
    }
    if (known.size() < pairs) {
      return new Ratio(byRound, null, Claim.NO_RATIO);
    }
    Estimate estimate = Estimate.of(known, resolution(figure, least(values, reference)));
    return new Ratio(byRound, estimate, claim(figure, estimate));
  }

  /** The least of the rounds' ratios; null if there is none. */
  public Double least() {
    return byRound.stream().filter(Objects::nonNull).min(Double::compare).orElse(null);
  }

  /** The greatest of the rounds' ratios; null if there is none. */
  public Double greatest() {
    return byRound.stream().filter(Objects::nonNull).max(Double::compare).orElse(null);
  }

  private static Double ratio(Value value, Value reference) {
    return isPositive(value) && isPositive(reference)
        ? Double.valueOf(value.value() / reference.value())
        : null;
  }

  private static boolean isPositive(Value value) {
    return value.value() != null && value.value() > 0;
  }

  private static double least(List<Value> values, List<Value> reference) {
    return Stream.concat(values.stream(), reference.stream())
        .filter(value -> value.counts() && isPositive(value))
        .mapToDouble(Value::value)
        .min()
        .orElseThrow();
  }

  /**
   * How exact a figure is, as a share of {@code least}, the least of its values: smaller
   * differences mean nothing. Successes are counted, so any difference of their counts means
   * something.
   */
  private static double resolution(Figure figure, double least) {
    if (figure == Figure.SUCCESS) {
      return 0;
    }
    return figure.kind() == Figure.Kind.TIME
        ? Math.max(RELATIVE_RESOLUTION, MILLIS_RESOLUTION / least)
        : RELATIVE_RESOLUTION;
  }

  private static Claim claim(Figure figure, Estimate estimate) {
    if (estimate.containsOne()) {
      return Claim.INCONCLUSIVE;
    }
    return estimate.mean() < 1 == figure.lessIsBetter() ? Claim.BETTER : Claim.WORSE;
  }
}
