package fleetpoll.shard;

import fleetpoll.config.Parameter;
import fleetpoll.run.Run;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Finds out in what the settings of shards differ, and what else makes their runs unlike. */
record ShardDifferences(List<ShardRun> runs) {

  /**
   * Parameters of a generator and its machine alone: which shard it is, from where it sends, how it
   * looks at the server before and meanwhile, how often it stores, and who reads its live counters.
   */
  private static final List<String> OF_GENERATORS =
      List.of(
          "shard.index",
          "local-addresses",
          "preflight",
          "checkpoint",
          "server.",
          "secrets",
          "tls.key",
          "live.");

  /** Said elsewhere: of another server, and of a shard of another fleet. */
  private static final Set<String> OF_FLEETS = Set.of("target", "devices", "shard.count");

  /** A sentence for each difference, without its end: the first run and the first one unlike it. */
  List<String> differences() {
    List<String> differences = new ArrayList<>();
    difference("target", Run::target).ifPresent(differences::add);
    difference("Fleetpoll", run -> run.versions().fleetpoll()).ifPresent(differences::add);
    Set<String> keys = new LinkedHashSet<>();
    for (ShardRun run : runs) {
      run.run().parameters().stream()
          .map(Parameter::key)
          .filter(key -> !OF_FLEETS.contains(key))
          .filter(key -> OF_GENERATORS.stream().noneMatch(key::startsWith))
          .forEach(keys::add);
    }
    for (String key : keys) {
      parameter(key).ifPresent(differences::add);
    }
    return differences;
  }

  private Optional<String> difference(String what, Function<Run, String> value) {
    ShardRun first = runs.get(0);
    String expected = value.apply(first.run());
    return runs.stream()
        .filter(run -> !value.apply(run.run()).equals(expected))
        .findFirst()
        .map(other -> sentence(what, first, expected, other, value.apply(other.run())));
  }

  private Optional<String> parameter(String key) {
    ShardRun first = runs.get(0);
    Optional<Parameter> expected = find(key, first);
    return runs.stream()
        .filter(run -> !isSame(expected, find(key, run)))
        .findFirst()
        .map(other -> sentence(key, first, expected, other, find(key, other)));
  }

  private static boolean isSame(Optional<Parameter> one, Optional<Parameter> other) {
    return meaning(one).equals(meaning(other));
  }

  /** However it is written; a secret has no meaning that is stored. */
  private static Optional<String> meaning(Optional<Parameter> parameter) {
    return parameter.map(p -> p.normal() == null ? p.value() : p.normal());
  }

  private static String sentence(
      String key,
      ShardRun first,
      Optional<Parameter> expected,
      ShardRun other,
      Optional<Parameter> found) {
    boolean isWrittenAlike = value(expected).equals(value(found));
    return isWrittenAlike
        ? "%s is %s in %s and in %s, and does not mean the same"
            .formatted(key, value(found), first.folder().path(), other.folder().path())
        : sentence(key, first, value(expected), other, value(found));
  }

  private static String value(Optional<Parameter> parameter) {
    return parameter.map(Parameter::value).orElse("nothing");
  }

  private static String sentence(
      String what, ShardRun first, String expected, ShardRun other, String found) {
    return "%s is %s in %s, and %s in %s"
        .formatted(what, expected, first.folder().path(), found, other.folder().path());
  }

  private static Optional<Parameter> find(String key, ShardRun run) {
    return run.run().parameters().stream()
        .filter(parameter -> parameter.key().equals(key))
        .findFirst();
  }
}
