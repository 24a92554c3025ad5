package fleetpoll.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.function.Predicate;

/** Writes numbers for readers, with the same marks everywhere: 66,000 and 99.998. */
public final class Numbers {

  /** Written in place of a number that does not exist. */
  public static final String NONE = "-";

  private static final int PERCENT_DECIMALS = 3;

  private Numbers() {}

  /** A count, with thousands separated. */
  public static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** {@code 1 round}, {@code 3 rounds}. */
  public static String counted(long number, String noun) {
    return count(number) + " " + noun + (number == 1 ? "" : "s");
  }

  /** {@code 1 core}, {@code 0.5 cores}. */
  public static String cores(double number) {
    return brief(number) + (number == 1 ? " core" : " cores");
  }

  /** Three digits, which is all that a percentile exact to 1 % has: 0.41, 4.02, 40.3, 4,030. */
  public static String measure(double value) {
    if (value > 0 && value < 0.005) {
      return "<0.01";
    }
    return String.format(Locale.ROOT, "%,." + decimals(value) + "f", value);
  }

  /** The same; {@link #NONE} for null. */
  public static String measureOrNone(Double value) {
    return value == null ? NONE : measure(value);
  }

  /** The same without trailing zeros, for a sentence: 4, 9.1, 4,030. */
  public static String brief(double value) {
    String measure = measure(value);
    return measure.indexOf('.') < 0 ? measure : measure.replaceFirst("\\.?0+$", "");
  }

  /**
   * Three digits, and as many more decimals as are needed until {@code enough} accepts the number.
   */
  public static BigDecimal rounded(BigDecimal exact, Predicate<BigDecimal> enough) {
    int decimals = decimals(exact.doubleValue());
    BigDecimal rounded = exact.setScale(decimals, RoundingMode.HALF_UP);
    while (!enough.test(rounded)) {
      decimals++;
      rounded = exact.setScale(decimals, RoundingMode.HALF_UP);
    }
    return rounded;
  }

  private static int decimals(double value) {
    return value < 9.995 ? 2 : value < 99.95 ? 1 : 0;
  }

  /** With all the decimals that it has, and thousands separated. */
  public static String grouped(BigDecimal number) {
    return String.format(Locale.ROOT, "%,." + Math.max(0, number.scale()) + "f", number);
  }

  /** {@code part} in per cent of {@code whole}; null if the whole is 0. */
  public static Double percentOf(long part, long whole) {
    return whole == 0 ? null : Double.valueOf(100.0 * part / whole);
  }

  /**
   * Per cent, rounded down to three decimals: it is 100 only if nothing is missing, and 0 only if
   * there is nothing.
   */
  static String percent(double value) {
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(PERCENT_DECIMALS, RoundingMode.DOWN);
    if (rounded.signum() == 0) {
      return value > 0 ? "<0.001" : "0";
    }
    return rounded.stripTrailingZeros().toPlainString();
  }
}
