package fleetpoll.capacity;

import fleetpoll.capacity.search.Outcome;
import fleetpoll.figure.Numbers;
import fleetpoll.run.Check;
import java.util.List;
import java.util.Optional;

/** Says where the generator was the limit, by what, and what would raise that limit. */
final class GeneratorLimit {

  private static final String PORTS_AND_FILES = "validity.exhausted";

  private GeneratorLimit() {}

  /** About the trials of one target; empty if the generator was good enough in all of them. */
  static Optional<String> sentence(List<CapacityTrial> trials) {
    List<CapacityTrial> limited =
        trials.stream().filter(trial -> trial.outcome() == Outcome.GENERATOR).toList();
    return limited.stream()
        .min((one, other) -> Integer.compare(one.devices(), other.devices()))
        .map(
            first ->
                "The generator was the limit in %s, first at %s: %s %s"
                    .formatted(
                        Numbers.counted(limited.size(), "trial"),
                        Numbers.counted(first.devices(), "device"),
                        first.reason(),
                        advice(first)));
  }

  private static String advice(CapacityTrial trial) {
    if (trial.limits().stream().map(Check::key).anyMatch(PORTS_AND_FILES::equals)) {
      return "More open files or local ports raise it, or more generators (shards).";
    }
    return trial.figures().cores() == null
        ? "More generators (shards) on machines of their own raise it."
        : "The server on another machine raises it, as both share %s; or more generators (shards) on"
                .formatted(Numbers.cores(trial.figures().cores()))
            + " machines of their own.";
  }
}
