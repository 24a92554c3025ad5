package fleetpoll.report;

import fleetpoll.run.Check;
import fleetpoll.run.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** A rule of the verdict as the page writes it. */
record CheckView(Check check) {

  private static final int DECIMALS = 3;

  /** Such as {@code ≤ 50 ms}. */
  public String limit() {
    return (check.atLeast() ? "≥ " : "≤ ")
        + text(BigDecimal.valueOf(check.limit()), RoundingMode.HALF_EVEN);
  }

  /** Rounded to the bad side: 50.0004 ms is never shown as the 50 ms that would do. */
  public String measured() {
    return check.measured() == null || check.measured().isNaN()
        ? "not measured"
        : text(
            BigDecimal.valueOf(check.measured()),
            check.atLeast() ? RoundingMode.FLOOR : RoundingMode.CEILING);
  }

  /** One word: {@code pass}, {@code warn} or {@code fail}. */
  public String status() {
    return check.status().name().toLowerCase(Locale.ROOT);
  }

  private String text(BigDecimal value, RoundingMode rounding) {
    boolean bytes = check.unit() == Unit.BYTES;
    BigDecimal shown =
        (bytes ? value.movePointLeft(6) : value).setScale(DECIMALS, rounding).stripTrailingZeros();
    String figure = String.format(Locale.ROOT, "%,." + Math.max(0, shown.scale()) + "f", shown);
    return switch (check.unit()) {
      case PERCENT -> figure + " %";
      case MILLIS -> figure + " ms";
      case CORES -> figure + (shown.compareTo(BigDecimal.ONE) == 0 ? " core" : " cores");
      case BYTES -> figure + " MB";
      case COUNT -> figure;
    };
  }
}
