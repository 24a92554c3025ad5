package fleetpoll.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * One parameter: its name and its type, which is a function that throws {@link
 * IllegalArgumentException} with what is allowed.
 *
 * @param name such as {@code http.port}
 * @param isRequired whether it must be written in some layer
 * @param isOnlyInFiles whether only files, not the command line, may contain it
 * @param shown turns a written text into one that may be stored and shown
 * @param reading turns what was written into a value; empty, and mostly a problem, if there is none
 */
public record Key<T>(
    String name,
    boolean isRequired,
    boolean isOnlyInFiles,
    UnaryOperator<String> shown,
    BiFunction<Setting, Problems, Optional<T>> reading) {

  private static final UnaryOperator<String> AS_WRITTEN = text -> text;

  private Key(String name, BiFunction<Setting, Problems, Optional<T>> reading) {
    this(name, true, false, AS_WRITTEN, reading);
  }

  /** A single value. */
  public static <T> Key<T> of(String name, Function<String, T> type) {
    return new Key<>(name, (setting, problems) -> setting.as(type, problems));
  }

  /** An object that is read as a whole. */
  public static <T> Key<T> ofObject(
      String name, BiFunction<Setting, Problems, Optional<T>> reading) {
    return new Key<>(name, reading);
  }

  /** A list or an object as it is written, which only files may contain. */
  public static Key<Setting> ofFiles(String name) {
    return new Key<>(name, true, true, AS_WRITTEN, (setting, problems) -> Optional.of(setting));
  }

  /**
   * A list: {@code [a, b]} or a single value in a file, {@code a,b} on the command line; wrong
   * items are left out.
   */
  public static <T> Key<List<T>> ofList(String name, Function<String, T> type) {
    return new Key<>(name, (list, problems) -> Optional.of(items(list, type, problems)));
  }

  /** A list, written likewise, of at least one value and without repetitions. */
  public static <T> Key<List<T>> ofSome(String name, Function<String, T> type) {
    return new Key<>(
        name,
        (list, problems) -> {
          if (list.each().isEmpty()) {
            problems.add(list, "must not be empty");
          }
          return Optional.of(items(list, type, problems).stream().distinct().toList());
        });
  }

  /** The texts in an object, by name; it may be absent. */
  public static Key<Map<String, String>> ofMap(
      String name, Function<String, String> names, Function<String, String> values) {
    return new Key<Map<String, String>>(
            name, (object, problems) -> texts(object, names, values, problems))
        .optional();
  }

  /** A value that must not be shown in full, not even when it is wrong. */
  public static <T> Key<T> ofSecret(
      String name, Function<String, T> type, UnaryOperator<String> shown) {
    return new Key<>(
        name,
        true,
        false,
        shown,
        (setting, problems) -> {
          try {
            return Optional.of(type.apply(setting.written()));
          } catch (IllegalArgumentException e) {
            problems.add(setting.withText(shown.apply(setting.written())), e.getMessage());
            return Optional.empty();
          }
        });
  }

  /** What was written, as it may be stored and shown. */
  Parameter shownAs(Setting written) {
    Parameter parameter = new Parameter(name, shown.apply(written.written()), written.origin());
    return shown == AS_WRITTEN
        ? reading.apply(written, new Problems()).map(parameter::meaning).orElse(parameter)
        : parameter;
  }

  /** The same with its values in another form. */
  public <R> Key<R> as(Function<T, R> form) {
    return new Key<>(
        name,
        isRequired,
        isOnlyInFiles,
        shown,
        (setting, problems) -> reading.apply(setting, problems).map(form));
  }

  /** The same, but it may be absent. */
  public Key<T> optional() {
    return new Key<>(name, false, isOnlyInFiles, shown, reading);
  }

  /** The same, but it skips a value of another kind, which another key reports. */
  public Key<T> unless(Predicate<Setting> somethingElse) {
    return new Key<>(
        name,
        isRequired,
        isOnlyInFiles,
        shown,
        (setting, problems) ->
            somethingElse.test(setting) ? Optional.empty() : reading.apply(setting, problems));
  }

  private static <T> List<T> items(Setting list, Function<String, T> type, Problems problems) {
    return list.each().stream().flatMap(item -> item.as(type, problems).stream()).toList();
  }

  private static Optional<Map<String, String>> texts(
      Setting object,
      Function<String, String> names,
      Function<String, String> values,
      Problems problems) {
    if (!object.isObject()) {
      problems.add(object, "must be an object such as { name = value }");
    }
    Map<String, String> texts = new LinkedHashMap<>();
    object
        .children()
        .forEach(
            (name, value) -> {
              value.checkName(name, names, problems);
              value.as(values, problems).ifPresent(text -> texts.put(name, text));
            });
    return Optional.of(Collections.unmodifiableMap(texts));
  }
}
