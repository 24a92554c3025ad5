package fleetpoll.app.capacity;

import fleetpoll.app.FleetRun;
import fleetpoll.app.Obstacles;
import fleetpoll.capacity.SearchPlan;
import fleetpoll.schedule.Limits;
import fleetpoll.settings.FleetSettings;
import fleetpoll.settings.InvalidSettings;
import fleetpoll.settings.SettingsLoader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What also keeps a search from starting, apart from wrong parameters, so that one message has it
 * all: what the right parameters allow to tell about this machine, the folder to go on from, and
 * the servers.
 */
final class SearchObstacles {

  private static final String FROM = TrialParameters.OWN + "from";
  private static final String TO = TrialParameters.OWN + "to";
  private static final String TRIAL = TrialParameters.OWN + "trial";
  private static final String RESUME = TrialParameters.OWN + "resume";

  /** What a search decides itself, or refuses: told already. */
  private static final Set<String> REFUSED =
      Set.of(
          "devices",
          "duration",
          "ramp",
          "baseline",
          "compare.rounds",
          "shard.count",
          "shard.index",
          "start-at");

  /** The search's own parameters that count here, fewer if one of them is wrong. */
  private static final List<Set<String>> ATTEMPTS =
      List.of(
          Set.of(FROM, TO, TRIAL, RESUME),
          Set.of(TO, TRIAL, RESUME),
          Set.of(TO, RESUME),
          Set.of(RESUME),
          Set.of());

  /** What counts if parameters of the fleet are wrong. */
  private static final Set<String> ALONE = Set.of("live.port", RESUME);

  /** Instead of a largest fleet that is not known: any machine holds it. */
  private static final String NO_SIZE = "2";

  /** Instead of a smallest fleet that is not known: smaller than any largest one. */
  private static final String NO_SMALLEST = "1";

  private static final String HEADLINE = "What else keeps it from starting:";

  private SearchObstacles() {}

  /**
   * A headline and all of them, a sentence each; nothing if there are none.
   *
   * @param properties with which no search could be loaded
   */
  static List<String> lines(Map<String, String> properties) {
    List<String> all = besides(properties);
    return all.isEmpty()
        ? all
        : Stream.concat(Stream.of(HEADLINE), all.stream().map("  "::concat)).toList();
  }

  /** All of them, a sentence each. */
  static List<String> besides(Map<String, String> properties) {
    Obstacles obstacles = new Obstacles();
    addMachine(properties, obstacles);
    addServers(properties, obstacles);
    return obstacles.all();
  }

  private static void addMachine(Map<String, String> properties, Obstacles obstacles) {
    for (Set<String> kept : ATTEMPTS) {
      Optional<FleetSettings> largest = load(kept(properties, kept));
      if (largest.isPresent()) {
        addMachine(largest.get(), kept.contains(FROM), obstacles);
        return;
      }
    }
    Map<String, String> alone = new HashMap<>(properties);
    alone.keySet().retainAll(ALONE);
    alone.put(FROM, NO_SMALLEST);
    alone.put(TO, NO_SIZE);
    load(alone).ifPresent(largest -> addMachine(largest, false, obstacles));
  }

  private static Map<String, String> kept(Map<String, String> properties, Set<String> kept) {
    Map<String, String> own = new HashMap<>(properties);
    own.keySet().removeIf(key -> isOwn(key) && !kept.contains(key) || REFUSED.contains(key));
    if (!kept.contains(FROM)) {
      own.put(FROM, NO_SMALLEST);
    }
    if (!kept.contains(TO) && properties.containsKey(TO)) {
      own.put(TO, NO_SIZE);
    }
    return own;
  }

  private static boolean isOwn(String key) {
    return key.startsWith(TrialParameters.OWN);
  }

  private static Optional<FleetSettings> load(Map<String, String> properties) {
    Map<String, String> own = new HashMap<>(properties);
    // Some level, whatever it is: without one, nothing loads.
    own.put("slo.success", "99%");
    try {
      return Optional.of(SettingsLoader.loadCapacity(own, Path.of(""), FleetRun.EXPERTS));
    } catch (InvalidSettings toldAlready) {
      return Optional.empty();
    }
  }

  private static void addMachine(
      FleetSettings largest, boolean isSmallestKnown, Obstacles obstacles) {
    SearchPlan plan = SearchPlan.of(largest);
    plan.search().resume().ifPresent(folder -> new CapacityResume(folder).check(obstacles));
    plan.tooLarge(Limits.ofThisProcess()).forEach(obstacles::add);
    if (isSmallestKnown) {
      plan.tooSmall().forEach(obstacles::add);
    }
    obstacles.addMachine(largest);
    obstacles.listen(largest.live(), () -> CapacityLive.listen(largest.live()));
  }

  private static void addServers(Map<String, String> properties, Obstacles obstacles) {
    Map<String, String> own = new HashMap<>(properties);
    own.keySet().removeIf(SearchObstacles::isOwn);
    try {
      obstacles.addServers(own, FleetRun.load(own).comparison().targets());
    } catch (InvalidSettings toldAlready) {
      return;
    }
  }
}
