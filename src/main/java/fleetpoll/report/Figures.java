package fleetpoll.report;

import java.util.Locale;

/** Numbers as people read them, with the same marks everywhere: 66,000 and 99.998. */
public final class Figures {

  /** Stands where there is no number. */
  public static final String NONE = "-";

  /** Thousandths of a per cent in the whole. */
  private static final long WHOLE = 100_000;

  private Figures() {}

  /** A count, with thousands separated. */
  public static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** Three digits, which is all that a percentile exact to 1 % has: 0.41, 4.02, 40.3, 4,030. */
  public static String measure(double value) {
    if (value > 0 && value < 0.005) {
      return "<0.01";
    }
    int decimals = value < 9.995 ? 2 : value < 99.95 ? 1 : 0;
    return String.format(Locale.ROOT, "%,." + decimals + "f", value);
  }

  /** The same; {@link #NONE} for null. */
  public static String measureOrNone(Double value) {
    return value == null ? NONE : measure(value);
  }

  /** The same without trailing zeros, for a sentence: 4, 9.1, 4,030. */
  public static String brief(double value) {
    return withoutTrailingZeros(measure(value));
  }

  /**
   * What per cent {@code part} is of {@code whole}, rounded down to three decimals: it is 100 only
   * where nothing is missing, and 0 only where there is nothing.
   */
  static String percent(long part, long whole) {
    if (whole == 0) {
      return NONE;
    }
    long thousandths = part * WHOLE / whole;
    if (thousandths == 0 && part > 0) {
      return "<0.001";
    }
    return withoutTrailingZeros(
        String.format(Locale.ROOT, "%d.%03d", thousandths / 1_000, thousandths % 1_000));
  }

  /** Bytes in units of a million, the rule of {@link #measure}. */
  static String megabytes(long bytes) {
    return measure(bytes / 1e6);
  }

  /** The same; {@link #NONE} for null. */
  static String megabytesOrNone(Long bytes) {
    return bytes == null ? NONE : megabytes(bytes);
  }

  /** {@code 1 round}, {@code 3 rounds}. */
  public static String counted(long number, String noun) {
    return count(number) + " " + noun + (number == 1 ? "" : "s");
  }

  private static String withoutTrailingZeros(String figure) {
    return figure.indexOf('.') < 0 ? figure : figure.replaceFirst("\\.?0+$", "");
  }
}
