package fleetpoll.settings;

import fleetpoll.config.Cores;
import fleetpoll.config.DurationRange;
import fleetpoll.config.Layers;
import fleetpoll.config.Memory;
import fleetpoll.config.Percent;
import fleetpoll.config.Problems;
import fleetpoll.config.Reader;
import fleetpoll.config.Setting;
import fleetpoll.config.TextPattern;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads the service levels that the endpoints can have. */
final class LevelsReader {

  static final String ROOT = "slo";

  private static final Function<String, Double> PERCENT =
      new Percent().andThen(BigDecimal::doubleValue);
  private static final Function<String, Double> MILLIS =
      DurationRange.of("1 us", "1 h").andThen(LevelsReader::millis);
  private static final Function<String, Double> BYTES = new Memory().andThen(Long::doubleValue);

  private final Reader reader;
  private final Layers layers;
  private final Problems problems;
  private final Optional<List<String>> endpoints;

  /**
   * @param endpoints the list as it is written, right or wrong
   */
  LevelsReader(Reader reader, Layers layers, Optional<Setting> endpoints, Problems problems) {
    this.reader = reader;
    this.layers = layers;
    this.problems = problems;
    this.endpoints = names(endpoints);
  }

  /** Whether every endpoint has a name, so that a level of another one is a mistake. */
  boolean knowsEndpoints() {
    return endpoints.isPresent();
  }

  /** Those that are set and right: the fleet's, each endpoint's, the server's. */
  List<ServiceLevel> read() {
    List<ServiceLevel> levels = new ArrayList<>();
    Stream.of(LevelFigure.SUCCESS, LevelFigure.MISSED)
        .forEach(figure -> read(figure).ifPresent(levels::add));
    for (String endpoint : endpoints.orElse(List.of())) {
      refuseP99Point9(endpoint);
      Arrays.stream(LevelFigure.values())
          .filter(LevelFigure::isOfEndpoint)
          .forEach(figure -> read(endpoint, figure).ifPresent(levels::add));
    }
    Stream.of(LevelFigure.SERVER_CPU, LevelFigure.SERVER_MEMORY)
        .forEach(figure -> read(figure).ifPresent(levels::add));
    return List.copyOf(levels);
  }

  private Optional<ServiceLevel> read(LevelFigure figure) {
    String key = ROOT + "." + figure.key();
    return reader
        .optional(key, type(figure))
        .map(limit -> new ServiceLevel(key, Optional.empty(), figure, limit));
  }

  private Optional<ServiceLevel> read(String endpoint, LevelFigure figure) {
    String key = prefix(endpoint) + figure.key();
    // Of p99.9 the parser makes a p99 that holds a 9; the right word has been said already.
    return reader
        .optional(key)
        .filter(setting -> setting.child("9").isEmpty())
        .flatMap(setting -> setting.as(type(figure), problems))
        .map(limit -> new ServiceLevel(key, Optional.of(endpoint), figure, limit));
  }

  /**
   * In a file, {@code p99.9} and {@code p99} replace each other, whichever comes first, and a level
   * would be lost without a word.
   */
  private void refuseP99Point9(String endpoint) {
    for (LevelFigure figure : List.of(LevelFigure.SERVICE_P99, LevelFigure.RESPONSE_P99)) {
      String key = prefix(endpoint) + figure.key() + ".9";
      layers
          .originOf(key)
          .ifPresent(
              origin ->
                  problems.add(
                      key, origin, "write p999; p99.9 and p99 would replace each other in a file"));
    }
  }

  private static Function<String, Double> type(LevelFigure figure) {
    return switch (figure) {
      case SUCCESS, MISSED -> PERCENT;
      case SERVER_CPU -> new Cores();
      case SERVER_MEMORY -> BYTES;
      default -> MILLIS;
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
            .toList();
    return items.isEmpty() || names.size() < items.size() ? Optional.empty() : Optional.of(names);
  }
}
