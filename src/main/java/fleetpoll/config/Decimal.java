package fleetpoll.config;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads a decimal number as people write one: 1.5, .5 or +2; no exponent, and no number below 0.
 */
final class Decimal {

  private static final Pattern DECIMAL =
      Pattern.compile("\\+?(?:[0-9]{1,9}(?:\\.[0-9]{0,9})?|\\.[0-9]{1,9})");

  private Decimal() {}

  /** The number; empty if the text is none. */
  static Optional<BigDecimal> of(String text) {
    return DECIMAL.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
  }
}
