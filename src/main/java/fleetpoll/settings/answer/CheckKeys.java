package fleetpoll.settings.answer;

import fleetpoll.config.Checked;
import fleetpoll.config.Key;
import fleetpoll.config.Keys;
import fleetpoll.config.Problems;
import fleetpoll.config.Setting;
import fleetpoll.config.TextPattern;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The keys of an endpoint's {@code check { }}. */
final class CheckKeys {

  private static final Keys ALL = new Keys();
  private static final Key<String> CONTAINS =
      ALL.add(Key.of("contains", TextPattern.NOT_EMPTY).optional());
  private static final Key<Map<String, String>> JSON =
      ALL.add(Key.ofMap("json", Function.identity(), Function.identity()));
  private static final Key<String> REGEX = ALL.add(Key.of("regex", CheckKeys::regex).optional());

  private CheckKeys() {}

  static Optional<CheckSettings> read(Setting check, Problems problems) {
    Checked values =
        ALL.check(check, "must be an object such as { json { \"$.code\" = 0 } }", problems);
    if (check.isObject()) {
      ALL.refuseOthers(check, problems);
    }
    CheckSettings settings =
        new CheckSettings(
            values.find(CONTAINS), values.find(JSON).orElse(Map.of()), values.find(REGEX));
    if (check.isObject() && isEmpty(check)) {
      problems.add(check, "must have contains, json or regex in it");
    }
    return Optional.of(settings);
  }

  /** Nothing that is checked is written, right or wrong. */
  private static boolean isEmpty(Setting check) {
    return check.children().values().stream()
        .allMatch(value -> value.isObject() && value.children().isEmpty());
  }

  /**
   * Lets somebody who knows JSONPath check the paths.
   *
   * @param paths throws {@link IllegalArgumentException} saying what is wrong
   */
  static void checkPaths(Setting check, Consumer<String> paths, Problems problems) {
    check.child(JSON.name()).map(Setting::children).orElse(Map.of()).entrySet().stream()
        .forEach(
            entry ->
                entry
                    .getValue()
                    .checkName(
                        entry.getKey(),
                        path -> {
                          paths.accept(path);
                          return path;
                        },
                        problems));
  }

  /** The same however it is written. */
  static Map<String, Object> meaning(CheckSettings check) {
    Map<String, Object> meaning = new HashMap<>();
    check.contains().ifPresent(text -> meaning.put(CONTAINS.name(), text));
    check.regex().ifPresent(text -> meaning.put(REGEX.name(), text));
    if (!check.json().isEmpty()) {
      meaning.put(JSON.name(), check.json());
    }
    return meaning;
  }

  private static String regex(String text) {
    TextPattern.NOT_EMPTY.apply(text);
    try {
      return Pattern.compile(text).pattern();
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "must be a regular expression of Java: " + e.getDescription(), e);
    }
  }
}
