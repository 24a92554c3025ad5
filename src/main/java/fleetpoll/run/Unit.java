package fleetpoll.run;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** The unit of a {@link Check}'s numbers, and how they are written. */
public enum Unit {
  /** Of a hundred. */
  PERCENT(" %"),
  /** Milliseconds. */
  MILLIS(" ms"),
  /** Processors. */
  CORES(" cores"),
  /** Bytes; written in megabytes, 10^6 of them. */
  BYTES(" MB"),
  /** Things. */
  COUNT("");

  private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

  /** More digits than anybody writes a limit with, fewer than floating point gets wrong. */
  private static final MathContext AS_WRITTEN = new MathContext(12);

  private final String suffix;

  Unit(String suffix) {
    this.suffix = suffix;
  }

  /** A limit as it was set: {@code 99.9 %}, {@code 50 ms}, {@code 314.5728 MB}. */
  String exactly(double value) {
    return written(shown(value));
  }

  /**
   * A figure in about three digits, and in as many more as it takes to stand on the same side of
   * the limit as the figure itself: 50.004 is not 50 where 50 is allowed. It is 100 % or 0 only
   * where it is exactly that.
   */
  String rounded(double value, double limit) {
    BigDecimal exact = shown(value);
    int decimals = decimals(exact.doubleValue());
    BigDecimal rounded = exact.setScale(decimals, RoundingMode.HALF_UP);
    while (!sameSide(rounded, exact, shown(limit))) {
      decimals++;
      rounded = exact.setScale(decimals, RoundingMode.HALF_UP);
    }
    return written(rounded);
  }

  private static int decimals(double value) {
    return value < 9.995 ? 2 : value < 99.95 ? 1 : 0;
  }

  private boolean sameSide(BigDecimal rounded, BigDecimal exact, BigDecimal limit) {
    return side(rounded, exact, limit)
        && side(rounded, exact, BigDecimal.ZERO)
        && (this != PERCENT || side(rounded, exact, WHOLE));
  }

  private static boolean side(BigDecimal rounded, BigDecimal exact, BigDecimal border) {
    return rounded.compareTo(border) == exact.compareTo(border);
  }

  private BigDecimal shown(double value) {
    BigDecimal decimal = BigDecimal.valueOf(value).round(AS_WRITTEN);
    return this == BYTES ? decimal.movePointLeft(6) : decimal;
  }

  private String written(BigDecimal number) {
    BigDecimal brief = number.stripTrailingZeros();
    int decimals = Math.max(0, brief.scale());
    String text = String.format(Locale.ROOT, "%,." + decimals + "f", brief);
    return text + (this == CORES && text.equals("1") ? " core" : suffix);
  }
}
