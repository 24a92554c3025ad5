package fleetpoll.capacity.search;

import fleetpoll.capacity.search.Tally.Load;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** All sizes that were tried, each with what its trials say about the server. */
final class Sizes {

  private static final Set<Load> DECIDED_LOWER = Set.of(Load.LOWER);
  private static final Set<Load> ANY_LOWER = Set.of(Load.LOWER, Load.LIKELY_LOWER);
  private static final Set<Load> DECIDED_UPPER = Set.of(Load.UPPER);
  private static final Set<Load> ANY_UPPER = Set.of(Load.UPPER, Load.LIKELY_UPPER);

  private final Goal goal;
  private final NavigableMap<Integer, Tally> tallies = new TreeMap<>();

  Sizes(Goal goal, List<Trial> trials) {
    this.goal = goal;
    for (Trial trial : trials) {
      if (trial.outcome() != Outcome.GENERATOR) {
        tallies.merge(
            trial.devices(),
            Tally.NONE.and(trial.outcome()),
            (before, one) -> before.and(trial.outcome()));
      }
    }
  }

  /** The relevant bounds, by sizes that are decided. */
  Bounds decided() {
    return bounds(DECIDED_LOWER, DECIDED_UPPER);
  }

  /** The same, but a size also counts if all of its trials so far agree. */
  Bounds likely() {
    return bounds(ANY_LOWER, ANY_UPPER);
  }

  /** The smallest size below the likely upper bound whose trials contradict each other. */
  OptionalInt contradicted() {
    OptionalInt upper = likely().upper();
    return all()
        .filter(size -> upper.isEmpty() || size < upper.getAsInt())
        .filter(size -> load(size) == Load.UNDECIDED)
        .findFirst();
  }

  /** The largest size below this one that is likely to be a lower bound, or is one. */
  OptionalInt likelyLowerBelow(int devices) {
    return all().filter(size -> size < devices && ANY_LOWER.contains(load(size))).max();
  }

  boolean isDecided(int devices) {
    return Set.of(Load.LOWER, Load.UPPER).contains(load(devices));
  }

  /** How many more trials of this size must hold until it is a lower bound. */
  int missingHolds(int devices) {
    return Math.max(0, goal.mustHold() - tally(devices).held());
  }

  private Bounds bounds(Set<Load> lowers, Set<Load> uppers) {
    OptionalInt upper = all().filter(size -> uppers.contains(load(size))).findFirst();
    OptionalInt lower =
        all()
            .filter(size -> upper.isEmpty() || size < upper.getAsInt())
            .filter(size -> lowers.contains(load(size)))
            .max();
    return new Bounds(lower, upper);
  }

  private Load load(int devices) {
    return tally(devices).of(goal);
  }

  private Tally tally(int devices) {
    return Optional.ofNullable(tallies.get(devices)).orElse(Tally.NONE);
  }

  private IntStream all() {
    return tallies.keySet().stream().mapToInt(Integer::intValue);
  }
}
