package fleetpoll.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Reads typed values and records what is wrong with them, so that reading goes on; a value that is
 * wrong or missing comes back empty. A type is a function that throws {@link
 * IllegalArgumentException} with what is allowed. The keys it was asked for are the keys there are.
 */
public final class Reader {

  private final Function<String, Optional<Setting>> source;
  private final String prefix;
  private final String origin;
  private final Problems problems;
  private final Set<String> asked = new LinkedHashSet<>();

  private Reader(
      Function<String, Optional<Setting>> source, String prefix, String origin, Problems problems) {
    this.source = source;
    this.prefix = prefix;
    this.origin = origin;
    this.problems = problems;
  }

  /** Reads parameters. */
  public static Reader of(Layers layers, Problems problems) {
    return new Reader(layers::find, "", layers.shownAs(), problems);
  }

  /** Reads the keys of an object. */
  public static Reader of(Setting object, Problems problems) {
    return new Reader(object::child, object.key() + ".", object.origin(), problems);
  }

  /** Every key that was asked for, in that order. */
  public Set<String> asked() {
    return Collections.unmodifiableSet(asked);
  }

  /** The value as it was written; a problem when there is none. */
  public Optional<Setting> required(String key) {
    Optional<Setting> setting = optional(key);
    if (setting.isEmpty()) {
      problems.add(prefix + key, origin, "missing");
    }
    return setting;
  }

  /** The value as it was written, if there is any. */
  public Optional<Setting> optional(String key) {
    asked.add(key);
    return source.apply(key);
  }

  /** A value that must be there. */
  public <T> Optional<T> required(String key, Function<String, T> type) {
    return required(key).flatMap(setting -> setting.as(type, problems));
  }

  /** A value that may be absent; empty also when it is wrong. */
  public <T> Optional<T> optional(String key, Function<String, T> type) {
    return optional(key).flatMap(setting -> setting.as(type, problems));
  }

  /**
   * A list of texts: {@code [a, b]} or a single text in a file, {@code a,b} on the command line.
   */
  public List<String> texts(String key) {
    return list(key, TextPattern.NOT_EMPTY);
  }

  /** A list, written likewise, of what the type reads; what is wrong is left out. */
  public <T> List<T> list(String key, Function<String, T> type) {
    return required(key).stream()
        .flatMap(Reader::items)
        .flatMap(item -> item.as(type, problems).stream())
        .toList();
  }

  /** The same with at least one item, and none twice. */
  public <T> List<T> some(String key, Function<String, T> type) {
    optional(key)
        .filter(setting -> items(setting).findAny().isEmpty())
        .ifPresent(setting -> problems.add(setting, "must not be empty"));
    return list(key, type).stream().distinct().toList();
  }

  /** The texts in an object, by name; none when it is absent. */
  public Map<String, String> map(
      String key, Function<String, String> names, Function<String, String> values) {
    Map<String, String> map = new LinkedHashMap<>();
    Optional<Setting> object = optional(key);
    object
        .filter(o -> o.names().isEmpty())
        .ifPresent(o -> problems.add(o, "must be an object such as { name = value }"));
    for (String name : object.flatMap(Setting::names).orElse(List.of())) {
      Setting value = object.get().child(name).orElseThrow();
      try {
        names.apply(name);
      } catch (IllegalArgumentException e) {
        problems.add(value.key(), value.origin(), "the name " + e.getMessage());
      }
      value.as(values, problems).ifPresent(text -> map.put(name, text));
    }
    return Collections.unmodifiableMap(map);
  }

  private static Stream<Setting> items(Setting list) {
    return list.isFromCommandLine()
        ? Stream.of(list.written().split(",", -1))
            .map(item -> Setting.ofCommandLine(list.key(), item.strip()))
        : list.items().orElse(List.of(list)).stream();
  }
}
