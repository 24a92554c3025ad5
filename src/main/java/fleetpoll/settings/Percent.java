package fleetpoll.settings;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a percentage from 0 on; without its sign, 0.5 could be a half or a two hundredth.
 *
 * @param most largest allowed
 */
record Percent(BigDecimal most) implements Function<String, BigDecimal> {

  private static final Pattern NUMBER_AND_SIGN =
      Pattern.compile("\\+?([0-9]{1,9}(?:\\.[0-9]{0,9})?|\\.[0-9]{1,9})\\s*%");

  /** A part of a whole: at most 100. */
  Percent() {
    this(BigDecimal.valueOf(100));
  }

  /**
   * Of a hundred: 99.9 for {@code 99.9%}.
   *
   * @throws IllegalArgumentException saying what is allowed
   */
  @Override
  public BigDecimal apply(String text) {
    Matcher matcher = NUMBER_AND_SIGN.matcher(text.strip());
    if (matcher.matches()) {
      BigDecimal percent = new BigDecimal(matcher.group(1));
      if (percent.compareTo(most) <= 0) {
        return percent;
      }
    }
    throw new IllegalArgumentException(
        String.format(
            Locale.ROOT, "must be a percentage from 0%% to %,.0f%%, such as 99.9%%", most));
  }
}
