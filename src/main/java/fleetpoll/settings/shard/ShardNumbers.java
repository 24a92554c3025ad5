package fleetpoll.settings.shard;

import fleetpoll.config.Checked;
import fleetpoll.config.Environment;
import fleetpoll.config.Key;
import fleetpoll.config.Parameter;
import fleetpoll.config.Problem;
import fleetpoll.config.Problems;
import fleetpoll.config.Setting;
import fleetpoll.config.WholeNumber;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Finds how many shards there are and which one this is: what is written, or what the environment
 * says if that is {@code auto}.
 */
final class ShardNumbers {

  /** Kubernetes gives each pod of an Indexed Job its number, from 0. */
  private static final String KUBERNETES = "JOB_COMPLETION_INDEX";

  /** Slurm gives each task of an array its number, of those that the array names. */
  private static final String SLURM = "SLURM_ARRAY_TASK_ID";

  private static final String SLURM_LAST = "SLURM_ARRAY_TASK_MAX";
  private static final String SLURM_COUNT = "SLURM_ARRAY_TASK_COUNT";

  private final Checked fleet;
  private final Environment environment;
  private final Problems problems;
  private final Map<String, Parameter> found = new HashMap<>();

  ShardNumbers(Checked fleet, Environment environment, Problems problems) {
    this.fleet = fleet;
    this.environment = environment;
    this.problems = problems;
  }

  /** What the environment says, by the key whose value it is. */
  Map<String, Parameter> found() {
    return found;
  }

  /** How many there are; empty, and a problem, if that is not known. */
  Optional<Integer> count(Key<Optional<Long>> key) {
    Optional<Optional<Long>> written = fleet.find(key);
    if (written.isEmpty() || written.get().isPresent()) {
      return written.flatMap(count -> count).map(Math::toIntExact);
    }
    if (environment.find(SLURM_COUNT).isEmpty()) {
      problems.add(
          fleet.written(key),
          "must be a whole number from %s: there is no %s in the environment"
              .formatted(range(1, ShardKeys.MOST_SHARDS), SLURM_COUNT));
    }
    return number(key.name(), SLURM_COUNT, new WholeNumber(1, ShardKeys.MOST_SHARDS));
  }

  /**
   * Which one this is; empty, and a problem, if that is not known or not below the count.
   *
   * @param count how many there are
   */
  Optional<Integer> index(Key<Optional<Long>> key, int count) {
    Optional<Optional<Long>> written = fleet.find(key);
    if (written.isEmpty()) {
      return Optional.empty();
    }
    if (written.get().isEmpty()) {
      return count == 1 ? Optional.of(0) : ofEnvironment(key, count);
    }
    if (written.get().get() >= count) {
      problems.add(
          fleet.written(key),
          "must be a whole number from %s: there %s"
              .formatted(range(0, count - 1), count == 1 ? "is one shard" : "are so many shards"));
      return Optional.empty();
    }
    return written.get().map(Math::toIntExact);
  }

  private Optional<Integer> ofEnvironment(Key<Optional<Long>> key, int count) {
    WholeNumber allowed = new WholeNumber(0, count - 1);
    if (environment.find(KUBERNETES).isPresent()) {
      return number(key.name(), KUBERNETES, allowed);
    }
    if (environment.find(SLURM).isEmpty()) {
      problems.add(
          fleet.written(key),
          "must be a whole number from %s: there is neither %s nor %s in the environment"
              .formatted(range(0, count - 1), KUBERNETES, SLURM));
      return Optional.empty();
    }
    return isFromZero(key.name(), count) ? number(key.name(), SLURM, allowed) : Optional.empty();
  }

  /** An array of 1-4 would leave out shard 0, and its tasks 1 to 3 would not notice. */
  private boolean isFromZero(String key, int count) {
    Optional<String> last = environment.find(SLURM_LAST).filter(text -> !isBelow(text, count));
    last.ifPresent(
        text ->
            add(
                key,
                SLURM,
                "the array's tasks run to %s, and shards are numbered from %s: sbatch --array=0-%s"
                    .formatted(text, range(0, count - 1), count - 1)));
    return last.isEmpty();
  }

  private static boolean isBelow(String text, int count) {
    try {
      return Long.parseLong(text.strip()) < count;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private Optional<Integer> number(String key, String variable, WholeNumber allowed) {
    Optional<String> text = environment.find(variable);
    try {
      Optional<Integer> number = text.map(allowed).map(Math::toIntExact);
      number.ifPresent(
          value ->
              found.put(
                  key,
                  new Parameter(key, value.toString(), Environment.origin(variable))
                      .meaning(value)));
      return number;
    } catch (IllegalArgumentException e) {
      add(key, variable, e.getMessage());
      return Optional.empty();
    }
  }

  private void add(String key, String variable, String wrong) {
    problems.add(new Problem(key, environment.find(variable), wrong, Environment.origin(variable)));
  }

  private static String range(long from, long to) {
    return String.format(Locale.ROOT, "%,d to %,d", from, to);
  }

  /** Where a key's value comes from, with the value. */
  String said(Key<?> key) {
    Setting written = fleet.written(key);
    Parameter parameter =
        found.getOrDefault(
            key.name(), new Parameter(key.name(), written.written(), written.origin()));
    return "%s (%s)".formatted(parameter.value(), parameter.origin());
  }
}
