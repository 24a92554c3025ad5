package fleetpoll.compare;

import fleetpoll.config.Parameter;
import fleetpoll.run.Run;
import fleetpoll.settings.SettingsLoader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something that is not the same for all runs, such as a parameter.
 *
 * @param key the parameter, or another name for what differs
 * @param values as they were written, each with the runs that have it, in their order; in their
 *     normal forms if they were written alike, as the paths of files whose contents differ
 */
public record Difference(String key, Map<String, List<String>> values) {

  private static final String ABSENT = "nothing";

  private static final String PLAYED = "devices played";

  /** Parameters that differ between servers anyway, or between a run and its baseline. */
  private static final Set<String> OF_RUNS = Set.of("target", "baseline");

  /**
   * Parameters that do not change the load: how the server is started, tried, verified and
   * measured, in which file the key of a certificate is, how often the record is stored, when the
   * run starts, how many generators make it, what is masked, how runs are compared, what they must
   * meet, what makes them INVALID, and who reads live counters.
   */
  private static final List<String> BESIDES =
      List.of(
          "secrets",
          "preflight",
          "checkpoint",
          "start-at",
          "shard.",
          "tls.trust",
          "tls.verify",
          "tls.key",
          "server.",
          "targets.",
          "compare.",
          "tolerance.",
          "slo.",
          "validity.",
          "live.");

  /** {@code interval: 500 ms (falcon, round 1); 250 ms (django, round 1)}. */
  public String text() {
    return values.entrySet().stream()
        .map(value -> value.getKey() + " (" + String.join("; ", value.getValue()) + ")")
        .collect(Collectors.joining(", ", key + ": ", ""));
  }

  /**
   * The parameters that decide what was measured and do not mean the same everywhere. What earlier
   * versions stored without its meaning is compared as it was written, and what they did not know
   * counts as its default.
   *
   * @param runs the parameters of each run, by the run's label
   */
  static List<Difference> between(Map<String, List<Parameter>> runs) {
    Set<String> keys = new LinkedHashSet<>();
    runs.values()
        .forEach(
            parameters ->
                parameters.stream()
                    .map(Parameter::key)
                    .filter(Difference::matters)
                    .forEach(keys::add));
    boolean areAllKnown =
        runs.values().stream()
            .allMatch(known -> keys.stream().allMatch(key -> find(key, known).isPresent()));
    List<Parameter> defaults = areAllKnown ? List.of() : SettingsLoader.defaults();
    return keys.stream().flatMap(key -> of(key, runs, defaults).stream()).toList();
  }

  /** One parameter, whether or not it decides what was measured; empty if it does not differ. */
  static Optional<Difference> of(String key, Map<String, List<Parameter>> runs) {
    return of(key, runs, List.of());
  }

  private static Optional<Difference> of(
      String key, Map<String, List<Parameter>> runs, List<Parameter> defaults) {
    Map<String, Optional<Parameter>> found = new LinkedHashMap<>();
    runs.forEach((label, parameters) -> found.put(label, find(key, parameters)));
    Optional<Parameter> byDefault =
        found.values().stream()
            .flatMap(Optional::stream)
            .filter(parameter -> isAmong(defaults, parameter))
            .findFirst();
    found.replaceAll((label, parameter) -> parameter.or(() -> byDefault));
    boolean areMeant =
        found.values().stream().flatMap(Optional::stream).allMatch(p -> p.normal() != null);
    Map<String, List<String>> meant =
        grouped(found, areMeant ? Parameter::normal : Parameter::value);
    if (meant.size() < 2) {
      return Optional.empty();
    }
    Map<String, List<String>> shown = new LinkedHashMap<>();
    meant.values().forEach(labels -> shown.put(written(found.get(labels.get(0))), labels));
    return Optional.of(new Difference(key, shown.size() == meant.size() ? shown : meant));
  }

  /** Whether one of them says the same of the same key. */
  private static boolean isAmong(List<Parameter> defaults, Parameter parameter) {
    return find(parameter.key(), defaults)
        .filter(
            same ->
                same.value().equals(parameter.value())
                    || same.normal() != null && same.normal().equals(parameter.normal()))
        .isPresent();
  }

  private static String written(Optional<Parameter> parameter) {
    return parameter.map(Parameter::value).orElse(ABSENT);
  }

  private static Optional<Parameter> find(String key, List<Parameter> parameters) {
    return parameters.stream().filter(parameter -> parameter.key().equals(key)).findFirst();
  }

  private static Map<String, List<String>> grouped(
      Map<String, Optional<Parameter>> found, Function<Parameter, String> text) {
    Map<String, List<String>> groups = new LinkedHashMap<>();
    found.forEach(
        (label, parameter) ->
            groups
                .computeIfAbsent(parameter.map(text).orElse(ABSENT), any -> new ArrayList<>())
                .add(label));
    return groups;
  }

  /** What a run says about itself that decides what was measured. */
  static List<Parameter> parameters(Run run) {
    return run.isPart() ? played(run.parameters(), run.shard().words()) : whole(run.parameters());
  }

  /** The same of a run of a whole fleet that has not begun. */
  static List<Parameter> whole(List<Parameter> inForce) {
    return played(inForce, "the whole fleet");
  }

  private static List<Parameter> played(List<Parameter> parameters, String part) {
    return Stream.concat(parameters.stream(), Stream.of(new Parameter(PLAYED, part, PLAYED)))
        .toList();
  }

  private static boolean matters(String key) {
    return !OF_RUNS.contains(key) && BESIDES.stream().noneMatch(key::startsWith);
  }
}
