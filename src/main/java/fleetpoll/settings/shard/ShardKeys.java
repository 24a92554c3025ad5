package fleetpoll.settings.shard;

import fleetpoll.config.Checked;
import fleetpoll.config.Environment;
import fleetpoll.config.HttpUrl;
import fleetpoll.config.Key;
import fleetpoll.config.Keys;
import fleetpoll.config.OrWord;
import fleetpoll.config.Parameter;
import fleetpoll.config.Problems;
import fleetpoll.config.WholeNumber;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The keys that say which part of a fleet runs here, and when it starts. */
public final class ShardKeys {

  /** More would hardly find so many machines. */
  static final int MOST_SHARDS = 10_000;

  /** More would need more memory and ports than a machine has. */
  private static final int MOST_OWN_DEVICES = 100_000;

  /** Ten million are 100 generators of the most devices. */
  private static final int MOST_DEVICES = 10_000_000;

  private static final String AUTO = "auto";

  private final Key<Optional<Long>> count;
  private final Key<Optional<Long>> index;
  private final Key<Optional<Instant>> startAt;

  /** Adds them to a fleet's other keys. */
  public ShardKeys(Keys fleet) {
    count = fleet.add(Key.of("shard.count", new OrWord<>(new WholeNumber(1, MOST_SHARDS), AUTO)));
    index =
        fleet.add(Key.of("shard.index", new OrWord<>(new WholeNumber(0, MOST_SHARDS - 1), AUTO)));
    startAt = fleet.add(Key.of("start-at", OrWord.none(new StartInstant())));
  }

  /** Reads the number of devices, which one generator alone cannot be for all of them. */
  public static long devices(String text) {
    try {
      return new WholeNumber(1, MOST_DEVICES).apply(text);
    } catch (IllegalArgumentException e) {
      if (isMore(text)) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "must be a whole number from 1 to %,d, or with shards to %,d",
                MOST_OWN_DEVICES,
                MOST_DEVICES),
            e);
      }
      return new WholeNumber(1, MOST_OWN_DEVICES).apply(text);
    }
  }

  private static boolean isMore(String text) {
    try {
      return new WholeNumber(1, Long.MAX_VALUE).apply(text) > MOST_DEVICES;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /**
   * Which part of the fleet runs here.
   *
   * @param settings that part; the whole fleet if there is a problem
   * @param found what the environment says, by key
   */
  public record Check(ShardSettings settings, Map<String, Parameter> found) {

    /** The parameter, with the environment's value if that is what it means. */
    public Parameter inForce(Parameter parameter) {
      return found.getOrDefault(parameter.key(), parameter);
    }
  }

  /** Finds out which part that is. */
  public Check check(Checked fleet, Key<Long> devices, Environment environment, Problems problems) {
    ShardNumbers numbers = new ShardNumbers(fleet, environment, problems);
    int all = fleet.find(devices).map(Math::toIntExact).orElse(0);
    Optional<Integer> shards = numbers.count(count);
    Optional<Integer> own = shards.flatMap(known -> numbers.index(index, known));
    Optional<Instant> start = fleet.find(startAt).flatMap(instant -> instant);
    ShardSettings settings =
        own.map(known -> new ShardSettings(known, shards.get(), all, start))
            .orElseGet(() -> new ShardSettings(0, 1, all, start));
    if (fleet.has(devices)) {
      checkDevices(fleet, devices, settings, numbers, problems);
    }
    return new Check(settings, numbers.found());
  }

  private void checkDevices(
      Checked fleet,
      Key<Long> devices,
      ShardSettings settings,
      ShardNumbers numbers,
      Problems problems) {
    if (settings.count() > settings.fleetDevices()) {
      problems.add(
          fleet.written(count),
          "must be at most the number of devices, %s".formatted(numbers.said(devices)));
    }
    if (settings.fleetDevices() > (long) MOST_OWN_DEVICES * settings.count()) {
      int needed = (settings.fleetDevices() + MOST_OWN_DEVICES - 1) / MOST_OWN_DEVICES;
      problems.add(
          fleet.written(devices),
          settings.isPart()
              ? String.format(
                  Locale.ROOT,
                  "must be at most %,d in each shard: shard.count must be at least %,d",
                  MOST_OWN_DEVICES,
                  needed)
              : String.format(
                  Locale.ROOT, "must be a whole number from 1 to %,d", MOST_OWN_DEVICES));
    }
  }

  /**
   * Refuses what a part of a fleet cannot do, and what cannot start at one instant.
   *
   * @param targets names of the servers to poll
   * @param rounds of a comparison
   * @param baseline another run, if one is named
   */
  public <T> void checkOthers(
      Checked fleet,
      Check check,
      Key<List<String>> targets,
      Key<Integer> rounds,
      Key<Optional<T>> baseline,
      Problems problems) {
    boolean isSeries =
        fleet.find(rounds).filter(n -> n > 1).isPresent()
            || fleet.find(targets).filter(names -> names.size() > 1).isPresent();
    if (isSeries && check.settings().startAt().isPresent()) {
      problems.add(
          fleet.written(startAt),
          "must be none if target names several servers or compare.rounds is more than 1: only one"
              + " run can start then");
    }
    if (!check.settings().isPart()) {
      return;
    }
    String why = " if shard.count is more than 1 (%s)".formatted(origin(fleet, check));
    if (fleet.find(targets).filter(ShardKeys::startsServer).isPresent()) {
      problems.add(
          fleet.written(targets),
          "must be a URL" + why + ": each shard would start a server of its own");
    }
    String alone = why + ": only whole fleets can be compared";
    if (fleet.find(targets).filter(names -> names.size() > 1).isPresent()) {
      problems.add(fleet.written(targets), "must be one server" + alone);
    }
    if (fleet.find(rounds).filter(n -> n > 1).isPresent()) {
      problems.add(fleet.written(rounds), "must be 1" + alone);
    }
    if (fleet.find(baseline).flatMap(run -> run).isPresent()) {
      problems.add(fleet.written(baseline), "must be none" + alone);
    }
  }

  private static boolean startsServer(List<String> names) {
    return names.stream().anyMatch(name -> HttpUrl.of(name).isEmpty());
  }

  private String origin(Checked fleet, Check check) {
    return Optional.ofNullable(check.found().get(count.name()))
        .map(Parameter::origin)
        .orElseGet(() -> fleet.written(count).origin());
  }
}
