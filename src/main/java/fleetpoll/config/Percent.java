package fleetpoll.config;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads a percentage from 0 on. The sign is required: a bare 0.5 could mean a half or 0.5 %.
 *
 * @param most largest allowed
 */
public record Percent(BigDecimal most) implements Function<String, Double> {

  private static final String SIGN = "%";

  /** A percentage of a whole: at most 100. */
  public Percent() {
    this(BigDecimal.valueOf(100));
  }

  /**
   * The number of per cent: 99.9 for {@code 99.9%}.
   *
   * @throws IllegalArgumentException saying what is allowed
   */
  @Override
  public Double apply(String text) {
    return Optional.of(text.strip())
        .filter(number -> number.endsWith(SIGN))
        .map(number -> number.substring(0, number.length() - SIGN.length()).stripTrailing())
        .flatMap(Decimal::of)
        .filter(percent -> percent.compareTo(most) <= 0)
        .orElseThrow(this::notAllowed)
        .doubleValue();
  }

  private IllegalArgumentException notAllowed() {
    return new IllegalArgumentException(
        String.format(
            Locale.ROOT, "must be a percentage from 0%% to %,.0f%%, such as 99.9%%", most));
  }
}
