package fleetpoll.run;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Measured fractions as files hold them: without digits that nobody measured. */
public final class Decimals {

  private Decimals() {}

  /** Rounded to {@code decimals}; null for null. */
  public static Double of(Double value, int decimals) {
    return value == null
        ? null
        : Double.valueOf(
            BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP).doubleValue());
  }
}
