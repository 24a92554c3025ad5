package fleetpoll.figure;

import java.math.BigDecimal;
import java.math.MathContext;

/** The unit of a figure or a limit, and how its numbers are written. */
public enum Unit {
  /** Per cent. */
  PERCENT("%"),
  /** Milliseconds. */
  MILLIS("ms"),
  /** A number per second. */
  PER_SECOND("1/s"),
  /** Processors. */
  CORES("cores"),
  /** Bytes; written in megabytes, 10^6 of them. */
  BYTES("MB"),
  /** A plain number. */
  COUNT("");

  private static final double BYTES_PER_MEGABYTE = 1e6;
  private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

  /**
   * More digits than anybody writes in a limit, fewer than those that floating point gets wrong.
   */
  private static final MathContext AS_WRITTEN = new MathContext(12);

  private final String text;

  Unit(String text) {
    this.text = text;
  }

  /** What is written after a number, such as {@code ms}. */
  public String text() {
    return text;
  }

  /** A value as it is written: megabytes for bytes; null for null. */
  public Double shown(Number value) {
    return value == null
        ? null
        : Double.valueOf(value.doubleValue() / (this == BYTES ? BYTES_PER_MEGABYTE : 1));
  }

  /**
   * A figure without its unit: per cent to three decimals, all else in three digits; {@link
   * Numbers#NONE} for null.
   */
  public String number(Number value) {
    Double shown = shown(value);
    return shown != null && this == PERCENT ? Numbers.percent(shown) : Numbers.measureOrNone(shown);
  }

  /** A limit as it was set: {@code 99.9 %}, {@code 50 ms}, {@code 314.5728 MB}. */
  public String exactly(double value) {
    return written(exact(value));
  }

  /**
   * A figure in about three digits, and in as many more as are needed to be on the same side of the
   * limit as the figure itself: 50.004 is not rounded to 50 if the limit is 50. Only exactly 100 %
   * and exactly 0 are written so.
   */
  public String rounded(double value, double limit) {
    BigDecimal exact = exact(value);
    BigDecimal border = exact(limit);
    return written(Numbers.rounded(exact, rounded -> sameSide(rounded, exact, border)));
  }

  private boolean sameSide(BigDecimal rounded, BigDecimal exact, BigDecimal limit) {
    return side(rounded, exact, limit)
        && side(rounded, exact, BigDecimal.ZERO)
        && (this != PERCENT || side(rounded, exact, WHOLE));
  }

  private static boolean side(BigDecimal rounded, BigDecimal exact, BigDecimal border) {
    return rounded.compareTo(border) == exact.compareTo(border);
  }

  private BigDecimal exact(double value) {
    return BigDecimal.valueOf(shown(value)).round(AS_WRITTEN);
  }

  private String written(BigDecimal exact) {
    String number = Numbers.grouped(exact.stripTrailingZeros());
    String unit = this == CORES && number.equals("1") ? "core" : text;
    return (number + " " + unit).strip();
  }
}
