package fleetpoll.compare;

import fleetpoll.figure.Numbers;
import java.math.BigDecimal;
import java.math.MathContext;

/** Writes ratios for readers: 3.05, 0.42, 12.3, 0.998. */
final class RatioText {

  private static final BigDecimal SMALL = new BigDecimal("0.1");
  private static final int MOST_DECIMALS = 6;

  private RatioText() {}

  /** Three digits, or as many more as are needed to tell the ratio from 1. */
  static String of(double ratio) {
    BigDecimal exact = BigDecimal.valueOf(ratio);
    if (exact.compareTo(SMALL) < 0) {
      return exact.round(new MathContext(2)).toPlainString();
    }
    boolean isOne = exact.compareTo(BigDecimal.ONE) == 0;
    return Numbers.grouped(
        Numbers.rounded(
            exact,
            rounded ->
                isOne
                    || rounded.compareTo(BigDecimal.ONE) != 0
                    || rounded.scale() == MOST_DECIMALS));
  }

  /** The ends of the interval, {@code 2.81 to 3.12}. */
  static String interval(Estimate estimate) {
    return of(estimate.low()) + " to " + of(estimate.high());
  }

  /** The rounds' ratios: one of them, or the least and the greatest; empty if there is none. */
  static String range(Ratio ratio) {
    if (ratio.least() == null) {
      return "";
    }
    String least = of(ratio.least());
    String greatest = of(ratio.greatest());
    return least.equals(greatest) ? least : least + " to " + greatest;
  }

  /** {@code 2.96 (2.81 to 3.12) worse}, or the rounds' range if nothing can be claimed. */
  static String withClaim(Ratio ratio) {
    Estimate estimate = ratio.estimate();
    return estimate == null
        ? (range(ratio) + " " + ratio.claim().text()).strip()
        : "%s (%s) %s".formatted(of(estimate.mean()), interval(estimate), ratio.claim().text());
  }
}
