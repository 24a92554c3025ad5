package fleetpoll.config;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigValueFactory;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a duration in a range, exactly: {@code 0.29 m} is 17.4 s to the nanosecond, while the
 * parser's floating point loses one.
 *
 * @param min shortest allowed
 * @param max longest allowed
 * @param range the range in words
 * @param bareUnit unit of a bare number; empty: every number needs its unit
 */
public record DurationRange(Duration min, Duration max, String range, Optional<String> bareUnit)
    implements Function<String, Duration> {

  private static final Pattern NUMBER_AND_UNIT =
      Pattern.compile("([+-]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+))\\s*([A-Za-z]*)");
  private static final String EXAMPLES = "such as 250ms, 90s or 2 m";

  /** {@code of("1 ms", "1 h")}. */
  public static DurationRange of(String min, String max) {
    return new DurationRange(exact(min), exact(max), min + " to " + max, Optional.empty());
  }

  /** The same range, in which a bare number has this unit. */
  public DurationRange bare(String unit) {
    return new DurationRange(min, max, range, Optional.of(unit));
  }

  /** The same limits in other words. */
  public DurationRange told(String words) {
    return new DurationRange(min, max, words, bareUnit);
  }

  /**
   * @throws IllegalArgumentException saying what is allowed
   */
  @Override
  public Duration apply(String text) {
    Matcher matcher = NUMBER_AND_UNIT.matcher(text.strip());
    if (!matcher.matches()) {
      throw noDuration();
    }
    String unit = matcher.group(2).isEmpty() ? bareUnit.orElse("") : matcher.group(2);
    if (unit.isEmpty()) {
      throw new IllegalArgumentException("needs a unit, " + EXAMPLES + "; must be " + range);
    }
    BigDecimal nanos = new BigDecimal(matcher.group(1)).multiply(nanosOf(unit));
    if (nanos.compareTo(BigDecimal.valueOf(min.toNanos())) < 0
        || nanos.compareTo(BigDecimal.valueOf(max.toNanos())) > 0) {
      throw new IllegalArgumentException("must be " + range);
    }
    return Duration.ofNanos(nanos.setScale(0, RoundingMode.HALF_UP).longValueExact());
  }

  private BigDecimal nanosOf(String unit) {
    try {
      return BigDecimal.valueOf(exact("1 " + unit).toNanos());
    } catch (ConfigException e) {
      throw noDuration();
    }
  }

  private IllegalArgumentException noDuration() {
    return new IllegalArgumentException("must be a duration, " + EXAMPLES + ": " + range);
  }

  private static Duration exact(String wholeNumberAndUnit) {
    return ConfigValueFactory.fromAnyRef(wholeNumberAndUnit).atKey("d").getDuration("d");
  }
}
