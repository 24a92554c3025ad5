package fleetpoll.study;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Figures with as many digits as they are worth; null stays null. */
final class Rounded {

  private Rounded() {}

  /** To six decimals. */
  static Double toMicros(Double value) {
    return to(value, 6);
  }

  /** To three decimals. */
  static Double toMillis(Double value) {
    return to(value, 3);
  }

  /** To four decimals. */
  static Double ratio(Double value) {
    return to(value, 4);
  }

  private static Double to(Double value, int decimals) {
    return value == null
        ? null
        : BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP).doubleValue();
  }
}
