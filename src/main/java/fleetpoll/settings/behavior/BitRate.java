package fleetpoll.settings.behavior;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a rate in bits a second: {@code 256 kbit/s} is 256,000. */
final class BitRate implements Function<String, Long> {

  private static final long LEAST = 1_000;
  private static final long MOST = 10_000_000_000L;
  private static final Map<String, Long> UNITS =
      Map.of("bit/s", 1L, "kbit/s", 1_000L, "mbit/s", 1_000_000L, "gbit/s", 1_000_000_000L);
  private static final Pattern NUMBER_AND_UNIT =
      Pattern.compile("([0-9]{1,12}(?:\\.[0-9]{1,9})?)\\s*([A-Za-z/]+)");

  /**
   * @throws IllegalArgumentException saying what is allowed
   */
  @Override
  public Long apply(String text) {
    Matcher matcher = NUMBER_AND_UNIT.matcher(text.strip());
    Long unit = matcher.matches() ? UNITS.get(matcher.group(2).toLowerCase(Locale.ROOT)) : null;
    if (unit == null) {
      throw notAllowed();
    }
    BigDecimal bits = new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(unit));
    if (bits.compareTo(BigDecimal.valueOf(LEAST)) < 0
        || bits.compareTo(BigDecimal.valueOf(MOST)) > 0) {
      throw notAllowed();
    }
    return bits.setScale(0, RoundingMode.HALF_UP).longValueExact();
  }

  private static IllegalArgumentException notAllowed() {
    return new IllegalArgumentException(
        "must be a rate with its unit, such as 256 kbit/s or 1 Mbit/s: 1 kbit/s to 10 Gbit/s");
  }
}
