package fleetpoll.compare;

import fleetpoll.estimate.Estimate;
import fleetpoll.estimate.Proportions;
import fleetpoll.figure.Count;
import fleetpoll.figure.Figure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * One server's figure set against another's, round by round.
 *
 * @param byRound null if a round has none: a run of the two is missing or invalid, the servers did
 *     not take turns, a figure is not known, has two sources or, in a ratio, is 0
 * @param estimate null if nothing can be claimed
 * @param why what keeps both servers' runs from being compared; empty if nothing does, or the claim
 *     says all
 */
public record Contrast(
    Scale scale, List<Double> byRound, Estimate estimate, Claim claim, String why) {

  /**
   * How exact a percentile is; a smaller difference of any other figure is not worth a claim
   * either.
   */
  private static final double RELATIVE_RESOLUTION = 0.01;

  /** How exact a time is at best, in milliseconds. */
  private static final double MILLIS_RESOLUTION = 0.001;

  /**
   * If one round that both servers have cannot be compared, nothing can be claimed: to leave it out
   * would choose rounds by their outcome.
   *
   * @param values a server's, one a round
   * @param reference the other's, likewise
   */
  static Contrast of(Figure figure, List<Value> values, List<Value> reference, Pairing pairing) {
    return new Comparer(figure, values, reference, pairing).contrast();
  }

  /** The least of the rounds; null if there is none. */
  public Double least() {
    return byRound.stream().filter(Objects::nonNull).min(Double::compare).orElse(null);
  }

  /** The greatest of the rounds; null if there is none. */
  public Double greatest() {
    return byRound.stream().filter(Objects::nonNull).max(Double::compare).orElse(null);
  }

  private record Comparer(
      Figure figure, List<Value> values, List<Value> reference, Pairing pairing) {

    Contrast contrast() {
      Scale scale = Scale.of(figure);
      List<Double> byRound = byRound(scale);
      Claim obstacle = pairing.obstacle().orElseGet(() -> gap(byRound));
      if (obstacle != null) {
        return new Contrast(scale, byRound, null, obstacle, pairing.why());
      }
      List<Double> known = byRound.stream().filter(Objects::nonNull).toList();
      Estimate estimate = scale == Scale.POINTS ? points(known) : times(known);
      return new Contrast(scale, byRound, estimate, claim(scale, estimate), "");
    }

    private List<Double> byRound(Scale scale) {
      List<Double> all = new ArrayList<>(Collections.nCopies(values.size(), null));
      if (pairing.disorder().isEmpty() && pairing.isOneMeasure(figure)) {
        for (int round : pairing.rounds()) {
          all.set(round, scale.of(values.get(round).value(), reference.get(round).value()));
        }
      }
      return Collections.unmodifiableList(all);
    }

    /** Null if every round has a number. */
    private Claim gap(List<Double> byRound) {
      if (!pairing.isOneMeasure(figure) || both().anyMatch(value -> value.value() == null)) {
        return Claim.UNKNOWN;
      }
      return pairing.rounds().stream().allMatch(round -> byRound.get(round) != null)
          ? null
          : Claim.NO_RATIO;
    }

    private Estimate points(List<Double> differences) {
      return Estimate.ofDifferences(differences).wideTo(proportions().difference());
    }

    private Estimate times(List<Double> ratios) {
      Estimate estimate = Estimate.of(ratios, resolution());
      if (figure != Figure.THROUGHPUT) {
        return estimate;
      }
      // The window's length counts too: only the width is that of the counts.
      Estimate chance = proportions().ratio();
      return estimate.wideTo(chance.map(ratio -> ratio * estimate.mean() / chance.mean()));
    }

    private Proportions proportions() {
      return new Proportions(pooled(values), pooled(reference));
    }

    private Count pooled(List<Value> all) {
      return paired(all).map(Value::count).reduce(Count.NONE, Count::plus);
    }

    private Stream<Value> paired(List<Value> all) {
      return pairing.rounds().stream().map(all::get);
    }

    private Stream<Value> both() {
      return Stream.of(values, reference).flatMap(this::paired);
    }

    /** How exact a figure is, as a share of the least of its values. */
    private double resolution() {
      double least = both().mapToDouble(Value::value).min().orElseThrow();
      return figure.kind() == Figure.Kind.TIME
          ? Math.max(RELATIVE_RESOLUTION, MILLIS_RESOLUTION / least)
          : RELATIVE_RESOLUTION;
    }

    private Claim claim(Scale scale, Estimate estimate) {
      if (scale == Scale.POINTS && proportions().areEqualAndExtreme()) {
        return Claim.EQUAL;
      }
      if (estimate.contains(scale.equal())) {
        return Claim.INCONCLUSIVE;
      }
      return estimate.mean() < scale.equal() == figure.lessIsBetter() ? Claim.BETTER : Claim.WORSE;
    }
  }
}
