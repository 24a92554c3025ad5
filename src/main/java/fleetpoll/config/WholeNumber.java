package fleetpoll.config;

import java.math.BigInteger;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Reads a whole number in a range.
 *
 * @param min smallest allowed
 * @param max largest allowed
 */
public record WholeNumber(long min, long max) implements Function<String, Long> {

  private static final Pattern DIGITS = Pattern.compile("[+-]?[0-9]{1,30}");

  /**
   * @throws IllegalArgumentException saying what is allowed
   */
  @Override
  public Long apply(String text) {
    if (DIGITS.matcher(text.strip()).matches()) {
      BigInteger number = new BigInteger(text.strip());
      if (number.compareTo(BigInteger.valueOf(min)) >= 0
          && number.compareTo(BigInteger.valueOf(max)) <= 0) {
        return number.longValueExact();
      }
    }
    throw new IllegalArgumentException(
        String.format(Locale.ROOT, "must be a whole number from %,d to %,d", min, max));
  }

  /** The same as an int, which holds the whole range. */
  public Function<String, Integer> asInt() {
    return andThen(Math::toIntExact);
  }
}
