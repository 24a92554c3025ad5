package fleetpoll.capacity;

import fleetpoll.capacity.search.Outcome;
import fleetpoll.run.Check;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the trials of one target at one size came to.
 *
 * @param trials at least one, in the order in which they ended
 */
record SizeSummary(int devices, List<CapacityTrial> trials) {

  /**
   * A service level that trials of the size did not meet.
   *
   * @param worst of those trials
   * @param trials how many
   */
  record BrokenLevel(Check worst, int trials) {}

  /** The sizes of some trials, ascending. */
  static List<SizeSummary> of(List<CapacityTrial> trials) {
    return trials.stream()
        .collect(Collectors.groupingBy(CapacityTrial::devices, TreeMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .map(size -> new SizeSummary(size.getKey(), size.getValue()))
        .toList();
  }

  /** The size among several; empty if it is null or has no trial. */
  static Optional<SizeSummary> at(Integer devices, List<SizeSummary> sizes) {
    return sizes.stream().filter(size -> devices != null && size.devices == devices).findFirst();
  }

  int held() {
    return count(Outcome.HOLDS);
  }

  int failed() {
    return count(Outcome.FAILS);
  }

  /** In how many trials the generator was the limit. */
  int ofGenerator() {
    return count(Outcome.GENERATOR);
  }

  private int count(Outcome outcome) {
    return (int) trials.stream().filter(trial -> trial.outcome() == outcome).count();
  }

  /** How many trials say something about the server. */
  int valid() {
    return held() + failed();
  }

  /** The levels that were not met, those of the most trials first. */
  List<BrokenLevel> broken() {
    Map<String, List<Check>> byKey =
        trials.stream()
            .flatMap(trial -> trial.broken().stream())
            .collect(Collectors.groupingBy(Check::key, LinkedHashMap::new, Collectors.toList()));
    return byKey.values().stream()
        .map(checks -> new BrokenLevel(worst(checks), checks.size()))
        .sorted(Comparator.comparingInt(BrokenLevel::trials).reversed())
        .toList();
  }

  /** What was not measured is worst. */
  private static Check worst(List<Check> checks) {
    Comparator<Double> ascending = Comparator.naturalOrder();
    Comparator<Double> better = checks.get(0).atLeast() ? ascending : ascending.reversed();
    return checks.stream()
        .min(Comparator.comparing(Check::measured, Comparator.nullsFirst(better)))
        .orElseThrow();
  }

  /**
   * The median of a figure over the trials that say something about the server; null if it is known
   * of none.
   */
  Double median(Function<TrialFigures, Double> figure) {
    List<Double> known =
        trials.stream()
            .filter(trial -> trial.outcome() != Outcome.GENERATOR)
            .map(trial -> figure.apply(trial.figures()))
            .filter(Objects::nonNull)
            .sorted()
            .toList();
    int half = known.size() / 2;
    if (known.isEmpty()) {
      return null;
    }
    return known.size() % 2 == 1
        ? known.get(half)
        : Double.valueOf((known.get(half - 1) + known.get(half)) / 2);
  }
}
