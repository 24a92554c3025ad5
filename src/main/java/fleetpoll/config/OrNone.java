package fleetpoll.config;

import java.util.Optional;
import java.util.function.Function;

/**
 * Reads what another type reads, or {@code none}, which is empty.
 *
 * @param type throws {@link IllegalArgumentException} with what is allowed besides
 */
public record OrNone<T>(Function<String, T> type) implements Function<String, Optional<T>> {

  private static final String NONE = "none";

  /**
   * @throws IllegalArgumentException saying what is allowed
   */
  @Override
  public Optional<T> apply(String text) {
    try {
      return text.equals(NONE) ? Optional.empty() : Optional.of(type.apply(text));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(e.getMessage() + ", or none", e);
    }
  }
}
