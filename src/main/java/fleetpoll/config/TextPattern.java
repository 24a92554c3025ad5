package fleetpoll.config;

import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Reads text that matches a pattern.
 *
 * @param form the pattern of the whole text
 * @param allowed the pattern in words
 */
public record TextPattern(Pattern form, String allowed) implements Function<String, String> {

  /** A name in HTTP: a token of RFC 9110, section 5.6.2. */
  public static final TextPattern TOKEN =
      of(
          "[!#$%&'*+.^_`|~0-9A-Za-z-]+",
          "must be a token of RFC 9110: letters, digits, -, _ and the like");

  /** A name that is part of a key or a placeholder. */
  public static final TextPattern NAME =
      of("[A-Za-z][A-Za-z0-9_-]*", "must begin with a letter; then letters, digits, _ and -");

  public static final TextPattern NOT_EMPTY = of("(?s).*\\S.*", "must not be empty");

  public static final TextPattern NO_CONTROL =
      of("\\P{Cntrl}*", "must not contain control characters");

  public static TextPattern of(String form, String allowed) {
    return new TextPattern(Pattern.compile(form), allowed);
  }

  /**
   * @throws IllegalArgumentException saying what is allowed
   */
  @Override
  public String apply(String text) {
    if (!form.matcher(text).matches()) {
      throw new IllegalArgumentException(allowed);
    }
    return text;
  }
}
