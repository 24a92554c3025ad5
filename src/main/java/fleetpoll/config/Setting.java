package fleetpoll.config;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A value as it was written, and where.
 *
 * @param key full key, such as {@code clients[0].name}
 * @param origin as users know it: {@code conf/my.conf:12} or {@code -Dkey}
 */
public record Setting(String key, ConfigValue value, String origin) {

  private static final Pattern LINE = Pattern.compile(": (\\d+)(?:-\\d+)?$");

  /** A value of the command line; it stays the plain text that it is. */
  static Setting ofCommandLine(String key, String text) {
    return new Setting(key, ConfigValueFactory.fromAnyRef(text), "-D" + key);
  }

  /** A value of a file. */
  static Setting ofFile(String key, ConfigValue value) {
    return new Setting(key, value, shown(value.origin()));
  }

  /** Whether the command line contains it. */
  public boolean isFromCommandLine() {
    return origin.equals("-D" + key);
  }

  /** The text of a string, number or boolean, exactly as written; empty for anything else. */
  public Optional<String> text() {
    return switch (value.valueType()) {
      case STRING, NUMBER, BOOLEAN -> Optional.of(value.atKey("text").getString("text"));
      case OBJECT, LIST, NULL -> Optional.empty();
    };
  }

  /** The text, or compact JSON of what is no text. */
  public String written() {
    return text().orElseGet(() -> value.render(ConfigRenderOptions.concise()));
  }

  /** The text as a type reads it; empty, and a problem, if it is not allowed. */
  public <T> Optional<T> as(Function<String, T> type, Problems problems) {
    if (text().isEmpty()) {
      problems.add(this, "must be a single value, not " + kind());
      return Optional.empty();
    }
    Optional<String> unfilled = Environment.unfilled(written(), isFromCommandLine());
    if (unfilled.isPresent()) {
      problems.add(this, unfilled.get());
      return Optional.empty();
    }
    try {
      return Optional.of(type.apply(written()));
    } catch (IllegalArgumentException e) {
      problems.add(this, e.getMessage());
      return Optional.empty();
    }
  }

  /** Lets a type check the name of this value in an object. */
  public void checkName(String name, Function<String, String> type, Problems problems) {
    try {
      type.apply(name);
    } catch (IllegalArgumentException e) {
      problems.add(key, origin, "the name " + e.getMessage());
    }
  }

  /** The same value and place for another key. */
  public Setting named(String other) {
    return new Setting(other, value, origin);
  }

  /** The same place with another text. */
  public Setting withText(String text) {
    return new Setting(key, ConfigValueFactory.fromAnyRef(text), origin);
  }

  private String kind() {
    return switch (value.valueType()) {
      case OBJECT -> "an object";
      case LIST -> "a list";
      case NULL -> "null";
      case STRING, NUMBER, BOOLEAN -> "a single value";
    };
  }

  /** The items of a list; empty for anything else. */
  public Optional<List<Setting>> items() {
    return value instanceof ConfigList list
        ? Optional.of(
            IntStream.range(0, list.size())
                .mapToObj(i -> ofFile(key + "[" + i + "]", list.get(i)))
                .toList())
        : Optional.empty();
  }

  /** The items of a list, or this value alone; on the command line the texts between commas. */
  public List<Setting> each() {
    return isFromCommandLine()
        ? Stream.of(written().split(",", -1)).map(item -> ofCommandLine(key, item.strip())).toList()
        : items().orElse(List.of(this));
  }

  /** An object's value under a name; empty if there is none or this is no object. */
  public Optional<Setting> child(String name) {
    return value instanceof ConfigObject object && object.containsKey(name)
        ? Optional.of(
            ofFile((key.isEmpty() ? "" : key + ".") + ConfigUtil.joinPath(name), object.get(name)))
        : Optional.empty();
  }

  public boolean isObject() {
    return value instanceof ConfigObject;
  }

  /**
   * An object's values by name, in the order of their lines. Values on one line are in the order of
   * their names, since the parser keeps no columns. Empty for anything else.
   */
  public Map<String, Setting> children() {
    Map<String, Setting> children = new LinkedHashMap<>();
    if (value instanceof ConfigObject object) {
      object.keySet().stream()
          .sorted(
              Comparator.<String>comparingInt(name -> object.get(name).origin().lineNumber())
                  .thenComparing(Comparator.naturalOrder()))
          .forEach(name -> child(name).ifPresent(child -> children.put(name, child)));
    }
    return children;
  }

  /**
   * An origin as users know it: {@code conf/my.conf:12} for what the parser calls {@code
   * conf/my.conf: 12-14}.
   */
  static String shown(ConfigOrigin origin) {
    String description = Environment.withoutVariables(origin.description());
    if (!description.equals(origin.description())) {
      return LINE.matcher(description).replaceFirst(":$1");
    }
    int at = description.lastIndexOf(": " + origin.lineNumber());
    return at < 0 ? description : description.substring(0, at) + ":" + origin.lineNumber();
  }
}
