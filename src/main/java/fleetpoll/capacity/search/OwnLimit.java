package fleetpoll.capacity.search;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Which trials still say that the generator is the limit. A later trial of at least the same size
 * in which the generator was good enough refutes one; and one above the upper bound is of no
 * interest.
 */
final class OwnLimit {

  private final List<Integer> standing = new ArrayList<>();
  private final boolean isLatest;

  OwnLimit(List<Trial> trials, Sizes sizes) {
    OptionalInt upper = sizes.likely().upper();
    for (Trial trial : trials) {
      if (trial.outcome() == Outcome.GENERATOR) {
        standing.add(trial.devices());
      } else {
        standing.removeIf(size -> size <= trial.devices());
      }
    }
    if (upper.isPresent()) {
      int end = upper.getAsInt();
      standing.removeIf(size -> sizes.isDecided(end) ? size >= end : size > end);
    }
    isLatest = !trials.isEmpty() && trials.get(trials.size() - 1).outcome() == Outcome.GENERATOR;
  }

  /** How many trials say so. */
  int count() {
    return standing.size();
  }

  /** The smallest of their sizes; only if there is one. */
  int size() {
    return standing.stream().mapToInt(Integer::intValue).min().orElseThrow();
  }

  /** Whether the latest trial is one of them. */
  boolean isLatest() {
    return isLatest && !standing.isEmpty();
  }
}
