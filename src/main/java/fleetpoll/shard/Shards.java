package fleetpoll.shard;

import fleetpoll.config.Problem;
import fleetpoll.run.Run;
import fleetpoll.settings.InvalidSettings;
import fleetpoll.settings.VerdictSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The runs of a fleet's shards, of which each is whole and there only once.
 *
 * @param runs in the order of their indices
 * @param lost why others are not among them, a sentence each without its end
 */
record Shards(List<ShardRun> runs, List<String> lost) {

  /**
   * Takes one device.
   *
   * @param <E> what it throws
   */
  interface Turn<E extends Exception> {
    /** Of the shard at this place among the runs. */
    void take(int shard, String device) throws E;
  }

  /**
   * Reads the runs.
   *
   * @param allowMissing whether shards may be missing or not whole; then those are left out
   * @param now by which a run that goes on elsewhere is known
   * @param others what is wrong apart from the runs
   * @throws Unmergeable saying everything for which they cannot be merged
   */
  static Shards read(List<Path> folders, boolean allowMissing, Instant now, List<String> others)
      throws Unmergeable {
    ShardReader reader = new ShardReader(now);
    List<String> problems = new ArrayList<>(others);
    List<ShardRun> whole = new ArrayList<>();
    List<ShardRun> all = new ArrayList<>();
    List<Lost> lost = new ArrayList<>();
    for (Path folder : folders) {
      ShardReader.Found found = reader.read(folder);
      found.run().ifPresent(all::add);
      if (found.problem().isEmpty()) {
        found.run().ifPresent(whole::add);
      } else if (found.canBeLeftOut()) {
        lost.add(new Lost(found.run(), found.problem().get()));
      } else {
        problems.add(found.problem().get());
      }
    }
    problems.addAll(new ShardChecks(all).problems());
    List<String> missing = new MissingShards(all, whole, lost).sentences();
    if (!allowMissing || whole.isEmpty()) {
      problems.addAll(missing);
    }
    if (!problems.isEmpty()) {
      throw new Unmergeable(problems);
    }
    return new Shards(
        whole.stream().sorted(Comparator.comparingInt(ShardRun::index)).toList(), missing);
  }

  /** The first of them; all have its settings. */
  Run first() {
    return runs.get(0).run();
  }

  /**
   * The limits by which the fleet is judged.
   *
   * @throws Unmergeable if this Fleetpoll does not understand them
   */
  VerdictSettings limits() throws Unmergeable {
    try {
      return VerdictSettings.stored(first().parameters(), endpoints());
    } catch (InvalidSettings e) {
      throw new Unmergeable(e.problems().stream().map(Problem::toString).toList());
    }
  }

  /** When the first measured window began. */
  Instant start() {
    return runs.stream().map(shard -> shard.run().start()).min(Comparator.naturalOrder()).get();
  }

  /** How long after that a shard's window began, in seconds. */
  double shiftS(ShardRun shard) {
    return shiftS(start(), shard);
  }

  /** The same of each shard, by its place among the runs; for those who need them row by row. */
  double[] shiftsS() {
    Instant start = start();
    return runs.stream().mapToDouble(shard -> shiftS(start, shard)).toArray();
  }

  private static double shiftS(Instant start, ShardRun shard) {
    return Duration.between(start, shard.run().start()).toNanos() / 1e9;
  }

  /** The fleet's devices, in order, each with the place of its shard among the runs. */
  <E extends Exception> void forEachDevice(Turn<E> turn) throws E {
    int rounds = runs.stream().mapToInt(shard -> shard.run().devices().size()).max().orElse(0);
    for (int round = 0; round < rounds; round++) {
      for (int shard = 0; shard < runs.size(); shard++) {
        List<String> devices = runs.get(shard).run().devices();
        if (round < devices.size()) {
          turn.take(shard, devices.get(round));
        }
      }
    }
  }

  /** Their ids, in the fleet's order. */
  List<String> devices() {
    List<String> devices = new ArrayList<>();
    forEachDevice((shard, device) -> devices.add(device));
    return devices;
  }

  /** The names of the endpoints, in the order of the settings. */
  List<String> endpoints() {
    return first().endpoints().stream().map(totals -> totals.name()).toList();
  }
}
