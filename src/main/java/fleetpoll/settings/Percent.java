package fleetpoll.settings;

import java.math.BigDecimal;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a percentage from 0 to 100; without its sign, 0.5 could be a half or a two hundredth. */
final class Percent implements Function<String, BigDecimal> {

  private static final Pattern NUMBER_AND_SIGN =
      Pattern.compile("\\+?([0-9]{1,9}(?:\\.[0-9]{0,9})?|\\.[0-9]{1,9})\\s*%");
  private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

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
      if (percent.compareTo(WHOLE) <= 0) {
        return percent;
      }
    }
    throw new IllegalArgumentException("must be a percentage from 0% to 100%, such as 99.9%");
  }
}
