package fleetpoll.shard;

import fleetpoll.figure.Numbers;
import fleetpoll.run.shard.Shard;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Finds out whether runs are different shards of one fleet. Each problem is a sentence without its
 * end.
 */
record ShardChecks(List<ShardRun> runs) {

  List<String> problems() {
    List<String> problems = new ArrayList<>();
    if (runs.isEmpty()) {
      return problems;
    }
    List<ShardRun> different = repeated(problems);
    different.forEach(run -> otherFleet(run).ifPresent(problems::add));
    List<ShardRun> ofOne =
        different.stream().filter(run -> run.isOfFleet(runs.get(0).shard())).toList();
    overlapping(ofOne, problems);
    problems.addAll(new ShardDifferences(ofOne).differences());
    sharedDevices(ofOne, problems);
    return problems;
  }

  /** Those that are no copies of others. */
  private List<ShardRun> repeated(List<String> problems) {
    Map<String, ShardRun> byIdentity = new LinkedHashMap<>();
    for (ShardRun run : runs) {
      ShardRun same = byIdentity.putIfAbsent(run.run().identity(), run);
      if (same != null) {
        problems.add(
            same.folder().equals(run.folder())
                ? run.folder().path() + " is given twice"
                : "%s and %s are one run, %s"
                    .formatted(same.folder().path(), run.folder().path(), run.run().id()));
      }
    }
    return List.copyOf(byIdentity.values());
  }

  private static void overlapping(List<ShardRun> different, List<String> problems) {
    Map<Integer, ShardRun> byIndex = new HashMap<>();
    for (ShardRun run : different) {
      ShardRun same = byIndex.putIfAbsent(run.index(), run);
      if (same != null) {
        problems.add(
            "%s and %s are two runs of %s"
                .formatted(same.folder().path(), run.folder().path(), run.shard().words()));
      }
    }
  }

  /** Whether it is of as many devices and shards as the first. */
  private Optional<String> otherFleet(ShardRun run) {
    ShardRun first = runs.get(0);
    Shard one = first.shard();
    Shard other = run.shard();
    if (!run.isOfFleet(one)) {
      return Optional.of(
          "%s is %s, and %s is %s"
              .formatted(first.folder().path(), of(one), run.folder().path(), of(other)));
    }
    int own = other.ownDevices();
    int found = run.run().devices().size();
    return found == own
        ? Optional.empty()
        : Optional.of(
            "%s has %s instead of %s"
                .formatted(run.named(), Numbers.counted(found, "device"), Numbers.count(own)));
  }

  private static String of(Shard shard) {
    return "%s of a fleet of %s"
        .formatted(shard.words(), Numbers.counted(shard.fleetDevices(), "device"));
  }

  /** Settings may be the same and the identities' order not. */
  private static void sharedDevices(List<ShardRun> different, List<String> problems) {
    Map<String, ShardRun> owners = new HashMap<>();
    Map<String, List<String>> shared = new TreeMap<>();
    for (ShardRun run : different) {
      for (String device : run.run().devices()) {
        ShardRun owner = owners.putIfAbsent(device, run);
        if (owner != null && owner.index() != run.index()) {
          String both = "%s and %s both ran ".formatted(owner.folder().path(), run.folder().path());
          shared.computeIfAbsent(both, key -> new ArrayList<>()).add(device);
        }
      }
    }
    shared.forEach(
        (both, devices) ->
            problems.add(
                both
                    + devices.get(0)
                    + (devices.size() == 1
                        ? ""
                        : " and " + Numbers.counted(devices.size() - 1L, "other"))));
  }
}
