package fleetpoll.settings;

import fleetpoll.config.Checked;
import fleetpoll.config.Cores;
import fleetpoll.config.DurationRange;
import fleetpoll.config.Key;
import fleetpoll.config.Keys;
import fleetpoll.config.Layers;
import fleetpoll.config.Memory;
import fleetpoll.config.OrWord;
import fleetpoll.config.Percent;
import fleetpoll.config.Problems;
import fleetpoll.config.Setting;
import fleetpoll.config.TextPattern;
import fleetpoll.figure.Figure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The keys of {@code slo { }}: the name of each parameter and its type. They depend on the
 * endpoints.
 */
final class LevelKeys {

  private static final String ROOT = "slo";

  /** An endpoint cannot have this name. */
  private static final String DEVICE = "device";

  private static final String NO_P99_9 =
      "write p999; p99.9 and p99 would replace each other in a file";
  private static final OrWord<Double> PERCENT = OrWord.none(new Percent());
  private static final OrWord<Double> MILLIS =
      OrWord.none(DurationRange.of("1 us", "1 h").andThen(LevelKeys::millis));
  private static final OrWord<Double> CORES = OrWord.none(new Cores());
  private static final OrWord<Double> BYTES = OrWord.none(new Memory().andThen(Long::doubleValue));

  private final List<Level> levels = new ArrayList<>();
  private final Optional<List<String>> endpoints;

  /** A level that can be set; its value is empty if it is switched off. */
  private record Level(
      Key<Optional<Double>> key, Optional<String> endpoint, Figure figure, boolean ofWorstDevice) {

    ServiceLevel of(double limit) {
      return new ServiceLevel(key.name(), endpoint, figure, limit, ofWorstDevice);
    }
  }

  /**
   * The levels of the fleet, of its worst device, of the endpoints and of the server.
   *
   * @param written the list of endpoints, right or wrong
   */
  static LevelKeys of(Optional<Setting> written) {
    return new LevelKeys(names(written));
  }

  /**
   * The same.
   *
   * @param endpoints their names; empty if not all are known
   */
  LevelKeys(Optional<List<String>> endpoints) {
    this.endpoints = endpoints;
    add(Figure.SUCCESS);
    add(Figure.MISSED);
    addOfWorstDevice(DEVICE + ".", Figure.SUCCESS);
    addOfWorstDevice(DEVICE + ".", Figure.MISSED);
    addOfWorstDevice("", Figure.SILENCE);
    for (String endpoint : endpoints.orElse(List.of())) {
      add(endpoint, Figure.SUCCESS);
      add(endpoint, Figure.MISSED);
      Arrays.stream(Figure.values())
          .filter(figure -> figure.kind() == Figure.Kind.TIME)
          .forEach(figure -> add(endpoint, figure));
    }
    add(Figure.SERVER_CPU);
    add(Figure.PEAK_MEMORY);
  }

  /**
   * All keys. Any key is accepted, unless all endpoints have names: only then another key is surely
   * a mistake.
   */
  Keys keys() {
    Keys keys = new Keys();
    levels.forEach(level -> keys.add(level.key));
    if (endpoints.isEmpty()) {
      keys.open(ROOT);
    }
    return keys;
  }

  /** The levels that are set: the fleet's, the devices', each endpoint's, the server's. */
  List<ServiceLevel> settings(Checked values) {
    return levels.stream()
        .flatMap(level -> values.find(level.key).flatMap(limit -> limit).map(level::of).stream())
        .toList();
  }

  /** Refuses a silence that no server can keep: a device polls at most once in an interval. */
  void refuseShortSilence(Checked values, Duration interval, String written, Problems problems) {
    levels.stream()
        .filter(level -> level.figure == Figure.SILENCE)
        .filter(
            level ->
                values.find(level.key).flatMap(limit -> limit).stream()
                    .anyMatch(limit -> limit < millis(interval)))
        .forEach(
            level ->
                problems.add(
                    values.written(level.key),
                    "must be at least the time between two polls of a device, " + written));
  }

  private void add(Figure figure) {
    levels.add(new Level(key(ROOT + "." + figure.key(), figure), Optional.empty(), figure, false));
  }

  private void addOfWorstDevice(String prefix, Figure figure) {
    Key<Optional<Double>> key = key(ROOT + "." + prefix + figure.key(), figure);
    levels.add(new Level(key, Optional.empty(), figure, true));
  }

  private void add(String endpoint, Figure figure) {
    // The parser turns p99.9 into a p99 that contains a 9; another check reports that better.
    Key<Optional<Double>> key =
        key(prefix(endpoint) + figure.key(), figure)
            .unless(setting -> setting.child("9").isPresent());
    levels.add(new Level(key, Optional.of(endpoint), figure, false));
  }

  private static Key<Optional<Double>> key(String name, Figure figure) {
    return Key.of(name, type(figure)).optional();
  }

  /**
   * Refuses {@code p99.9} in a file: it and {@code p99} replace each other, and a level would
   * silently be lost.
   */
  void refuseP99Point9(Layers layers, Problems problems) {
    for (String endpoint : endpoints.orElse(List.of())) {
      for (Figure figure : List.of(Figure.SERVICE_P99, Figure.RESPONSE_P99)) {
        String key = prefix(endpoint) + figure.key() + ".9";
        layers.originOf(key).ifPresent(origin -> problems.add(key, origin, NO_P99_9));
      }
    }
  }

  private static OrWord<Double> type(Figure figure) {
    return switch (figure.unit()) {
      case PERCENT -> PERCENT;
      case MILLIS -> MILLIS;
      case CORES -> CORES;
      case BYTES -> BYTES;
      case PER_SECOND, COUNT -> throw new IllegalArgumentException(figure + " is no level");
    };
  }

  private static String prefix(String endpoint) {
    return ROOT + "." + endpoint.toLowerCase(Locale.ROOT) + ".";
  }

  private static double millis(Duration duration) {
    return duration.toNanos() / 1e6;
  }

  private static Optional<List<String>> names(Optional<Setting> endpoints) {
    List<Setting> items = endpoints.flatMap(Setting::items).orElse(List.of());
    List<String> names =
        items.stream()
            .flatMap(item -> item.child("name").flatMap(Setting::text).stream())
            .filter(name -> TextPattern.NAME.form().matcher(name).matches())
            .filter(name -> !EndpointKeys.isReserved(name))
            .toList();
    return items.isEmpty() || names.size() < items.size() ? Optional.empty() : Optional.of(names);
  }
}
