package fleetpoll.capacity;

import fleetpoll.config.Parameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A parameter that is not what it was when a search began, so that its trials cannot be counted
 * with further ones.
 *
 * @param before as it was written; null if there was none
 * @param now likewise
 */
public record ParameterChange(String key, String before, String now) {

  /**
   * How keys begin that do not change what a trial says: which sizes are tried, how often and for
   * how long, what is masked, and who reads along.
   */
  private static final List<String> WITHOUT_EFFECT =
      List.of(
          "capacity.from",
          "capacity.to",
          "capacity.width",
          "capacity.trials",
          "capacity.exceed",
          "capacity.budget",
          "capacity.resume",
          "capacity.cool-down",
          "secrets",
          "preflight",
          "checkpoint",
          "live.",
          "compare.",
          "report.");

  private static final Set<String> OF_TRIALS = Set.of("devices", "target", "duration");

  /** What a search sets in each of its trials. */
  private static final Set<String> RAMPS = Set.of("ramp", "warm-up-ramp");

  /**
   * The parameters that differ between the start of a search and now, in the order of their keys.
   * Size, target and length of a trial are the search's own, and are no parameters of it.
   */
  public static List<ParameterChange> between(List<Parameter> before, List<Parameter> now) {
    Map<String, Parameter> old = byKey(before);
    Map<String, Parameter> current = byKey(now);
    Set<String> keys = new TreeSet<>(old.keySet());
    keys.addAll(current.keySet());
    return keys.stream()
        .filter(ParameterChange::matters)
        .filter(key -> !isSame(old.get(key), current.get(key)))
        .map(key -> new ParameterChange(key, written(old.get(key)), written(current.get(key))))
        .toList();
  }

  /**
   * Whether a run is like the trials of a search, whatever its size, target and length.
   *
   * @param search its parameters
   * @param run the run's
   */
  public static boolean isOfTrial(List<Parameter> search, List<Parameter> run) {
    return between(search, run).stream().allMatch(ParameterChange::isOfSearch);
  }

  /** A run has no parameters of the search, and of the targets only the one that it polls. */
  private boolean isOfSearch() {
    return RAMPS.contains(key)
        || key.startsWith("capacity.")
        || key.startsWith("targets.") && (before == null || now == null);
  }

  /** {@code interval was 500 ms and is 250 ms}. */
  public String text() {
    return "%s was %s and is %s"
        .formatted(
            key,
            Objects.requireNonNullElse(before, "not set"),
            Objects.requireNonNullElse(now, "not set"));
  }

  private static boolean isSame(Parameter one, Parameter other) {
    if (one == null || other == null) {
      return false;
    }
    return one.value().equals(other.value()) && (one.normal() == null || other.normal() == null)
        || one.normal() != null && one.normal().equals(other.normal());
  }

  private static String written(Parameter parameter) {
    return parameter == null ? null : parameter.value();
  }

  private static boolean matters(String key) {
    return !OF_TRIALS.contains(key) && WITHOUT_EFFECT.stream().noneMatch(key::startsWith);
  }

  private static Map<String, Parameter> byKey(List<Parameter> parameters) {
    return parameters.stream()
        .collect(
            Collectors.toMap(
                Parameter::key,
                Function.identity(),
                (first, second) -> second,
                LinkedHashMap::new));
  }
}
