package fleetpoll.config;

import java.util.List;
import java.util.function.Function;

/**
 * Reads one of a few words.
 *
 * @param words as they must be written
 */
public record Choice(List<String> words) implements Function<String, String> {

  /** Reads {@code true} or {@code false}. */
  public static final Function<String, Boolean> FLAG =
      of("true", "false").andThen(Boolean::parseBoolean);

  public static Choice of(String... words) {
    return new Choice(List.of(words));
  }

  /**
   * @throws IllegalArgumentException naming the words
   */
  @Override
  public String apply(String text) {
    if (!words.contains(text)) {
      int last = words.size() - 1;
      throw new IllegalArgumentException(
          "must be " + String.join(", ", words.subList(0, last)) + " or " + words.get(last));
    }
    return text;
  }
}
