package fleetpoll.config;

import java.util.Optional;
import java.util.function.Function;

/**
 * Reads either a word, which means empty, or what another type reads.
 *
 * @param type throws {@link IllegalArgumentException} with what else is allowed
 */
public record OrWord<T>(Function<String, T> type, String word)
    implements Function<String, Optional<T>> {

  /** Reads {@code none} or what the type reads. */
  public static <T> OrWord<T> none(Function<String, T> type) {
    return new OrWord<>(type, "none");
  }

  /**
   * @throws IllegalArgumentException saying what is allowed
   */
  @Override
  public Optional<T> apply(String text) {
    try {
      return text.equals(word) ? Optional.empty() : Optional.of(type.apply(text));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(e.getMessage() + ", or " + word, e);
    }
  }
}
