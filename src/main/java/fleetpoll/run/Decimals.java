package fleetpoll.run;

import fleetpoll.record.LatencySummary;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Rounds measured fractions for files, which contain only digits that were measured. */
public final class Decimals {

  private Decimals() {}

  /** Rounded to {@code decimals}; null for null. */
  public static Double of(Double value, int decimals) {
    return value == null
        ? null
        : Double.valueOf(
            BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP).doubleValue());
  }

  /** Nanoseconds as seconds with three decimals. */
  public static double seconds(long nanos) {
    return Math.round(nanos / 1e6) / 1_000.0;
  }

  /** Rounded to three decimals, and fast: a page contains many of these. */
  public static double thousandths(double value) {
    return Math.round(value * 1_000) / 1_000.0;
  }

  /** Microseconds as milliseconds with three decimals. */
  static double millis(double micros) {
    return Math.round(micros) / 1_000.0;
  }

  /** The same; null if {@code latency} contains no durations. */
  static Double millis(LatencySummary latency, double micros) {
    return latency.count() == 0 ? null : Double.valueOf(millis(micros));
  }

  /** Nanoseconds as milliseconds with three decimals. */
  static double nanosAsMillis(long nanos) {
    return millis(nanos / 1e3);
  }

  /** The greater of two numbers; null counts as none. */
  public static <T extends Comparable<T>> T greater(T one, T other) {
    return one == null || other != null && other.compareTo(one) > 0 ? other : one;
  }
}
