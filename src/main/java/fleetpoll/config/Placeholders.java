package fleetpoll.config;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Checks the {@code #{name}} in a text.
 *
 * @param available the names that there are; empty when that is unknown because they could not be
 *     read, which is a problem of its own
 * @param further those that no list contains
 */
public record Placeholders(Optional<List<String>> available, Further further)
    implements UnaryOperator<String> {

  /**
   * Placeholders that have a form rather than a name.
   *
   * @param forms how they are written, for messages
   * @param accepts whether a name is one of them; throws {@link IllegalArgumentException} if it is,
   *     but wrongly written
   */
  public record Further(List<String> forms, Predicate<String> accepts) {

    private static final Further NONE = new Further(List.of(), name -> false);
  }

  private static final Pattern PLACEHOLDER = Pattern.compile("#\\{([^}]*)}");

  /** Names alone. */
  public Placeholders(Optional<List<String>> available) {
    this(available, Further.NONE);
  }

  /** The same and further ones. */
  public Placeholders with(Further more) {
    return new Placeholders(available, more);
  }

  /**
   * @throws IllegalArgumentException naming what is unknown and what is available
   */
  @Override
  public String apply(String text) {
    if (without(text).contains("#{")) {
      throw new IllegalArgumentException("has a #{ without its }");
    }
    Set<String> unknown = new TreeSet<>();
    PLACEHOLDER.matcher(text).results().map(match -> match.group(1)).forEach(unknown::add);
    available.ifPresent(unknown::removeAll);
    unknown.removeIf(further.accepts);
    if (available.isPresent() && !unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "has unknown " + listed(unknown) + "; available: " + listed(all()));
    }
    return text;
  }

  /** The same and further names. */
  public Placeholders with(List<String> names) {
    return new Placeholders(
        available.map(known -> Stream.concat(known.stream(), names.stream()).toList()), further);
  }

  private List<String> all() {
    return Stream.concat(available.stream().flatMap(List::stream), further.forms.stream()).toList();
  }

  /** A name written as a placeholder. */
  public static String of(String name) {
    return "#{" + name + "}";
  }

  /** The text with a value in place of the placeholder. */
  public static String fill(String text, String name, String value) {
    return text.replace(of(name), value);
  }

  /** Finds the placeholders of a text. */
  public static Matcher in(String text) {
    return PLACEHOLDER.matcher(text);
  }

  /** The text without its placeholders. */
  public static String without(String text) {
    return PLACEHOLDER.matcher(text).replaceAll("");
  }

  private static String listed(Collection<String> names) {
    return names.stream().map(Placeholders::of).collect(Collectors.joining(", "));
  }
}
