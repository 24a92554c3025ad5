package fleetpoll.compare;

import fleetpoll.config.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A parameter that is not the same in all runs.
 *
 * @param values as they were written, each with the runs that have it, in their order
 */
public record Difference(String key, Map<String, List<String>> values) {

  private static final String ABSENT = "nothing";

  /** Parameters that differ between servers anyway. */
  private static final Set<String> OF_SERVERS = Set.of("target", "baseline");

  /**
   * Parameters that do not change the load: how the server is started, tried, verified and
   * measured, how runs are compared, what they must meet, and who reads live counters.
   */
  private static final List<String> BESIDES =
      List.of(
          "preflight", "tls.", "server.", "targets.", "compare.", "tolerance.", "slo.", "live.");

  /** {@code interval: 500 ms (falcon, round 1); 250 ms (django, round 1)}. */
  public String text() {
    return values.entrySet().stream()
        .map(value -> value.getKey() + " (" + String.join("; ", value.getValue()) + ")")
        .collect(Collectors.joining(", ", key + ": ", ""));
  }

  /**
   * The parameters that decide what was measured and are not written alike everywhere.
   *
   * @param runs the parameters of each run, by the run's label
   */
  static List<Difference> between(Map<String, List<Parameter>> runs) {
    Set<String> keys = new LinkedHashSet<>();
    Map<String, Map<String, String>> byRun = new LinkedHashMap<>();
    runs.forEach(
        (name, parameters) -> {
          Map<String, String> values =
              parameters.stream()
                  .collect(Collectors.toMap(Parameter::key, Parameter::value, (a, b) -> a));
          parameters.stream().map(Parameter::key).filter(Difference::matters).forEach(keys::add);
          byRun.put(name, values);
        });
    return keys.stream()
        .map(key -> of(key, byRun, values -> values.getOrDefault(key, ABSENT)))
        .filter(difference -> difference.values.size() > 1)
        .toList();
  }

  private static Difference of(
      String key,
      Map<String, Map<String, String>> byRun,
      Function<Map<String, String>, String> value) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    byRun.forEach(
        (name, parameters) ->
            values.computeIfAbsent(value.apply(parameters), v -> new ArrayList<>()).add(name));
    return new Difference(key, values);
  }

  private static boolean matters(String key) {
    return !OF_SERVERS.contains(key) && BESIDES.stream().noneMatch(key::startsWith);
  }
}
