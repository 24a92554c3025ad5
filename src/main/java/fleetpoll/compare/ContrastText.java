package fleetpoll.compare;

import fleetpoll.figure.Numbers;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Writes for readers how servers compare: 3.05, 0.412, 12.3 times; +14.9, -0.017 points. */
final class ContrastText {

  private static final int DIGITS = 3;
  private static final String ONE = "1.00";

  /** Less than one poll can make of a share: an error of floating point. */
  private static final double NOTHING = 1e-9;

  private ContrastText() {}

  /** In three digits; points have a sign. */
  static String of(Scale scale, double value) {
    if (scale == Scale.TIMES) {
      return digits(value);
    }
    double size = Math.abs(value) < NOTHING ? 0 : Math.abs(value);
    return (size == 0 ? "" : value > 0 ? "+" : "-") + digits(size);
  }

  private static String digits(double value) {
    if (value == 0) {
      return "0";
    }
    if (value >= 1) {
      return Numbers.measure(value);
    }
    BigDecimal exact = BigDecimal.valueOf(value);
    int leadingZeros = exact.scale() - exact.precision();
    BigDecimal rounded = exact.setScale(leadingZeros + DIGITS, RoundingMode.HALF_UP);
    return rounded.compareTo(BigDecimal.ONE) == 0 ? ONE : rounded.toPlainString();
  }

  /** The mean of the rounds, or their range if nothing can be claimed; empty if there is none. */
  static String value(Contrast contrast) {
    return contrast.estimate() == null
        ? range(contrast)
        : of(contrast.scale(), contrast.estimate().mean());
  }

  /** The ends of the interval, {@code 2.81 to 3.12}; empty if there is none. */
  static String interval(Contrast contrast) {
    return contrast.estimate() == null
        ? ""
        : end(contrast, contrast.estimate().low())
            + " to "
            + end(contrast, contrast.estimate().high());
  }

  /** Where the interval of a claim ends next to 1, three digits would put 1 into it. */
  private static String end(Contrast contrast, double end) {
    String text = of(contrast.scale(), end);
    boolean hides = contrast.scale() == Scale.TIMES && contrast.claim().isDifference();
    return hides && text.equals(ONE) ? (end < 1 ? "<" : ">") + text : text;
  }

  private static String range(Contrast contrast) {
    if (contrast.least() == null) {
      return "";
    }
    String least = of(contrast.scale(), contrast.least());
    String greatest = of(contrast.scale(), contrast.greatest());
    return least.equals(greatest) ? least : least + " to " + greatest;
  }

  /** With its unit: {@code 2.96 times}, {@code +14.9 points}, {@code 0 points}. */
  static String withUnit(Contrast contrast) {
    return value(contrast) + " " + contrast.scale().unit();
  }

  /** {@code worse}, or {@code no claim: falcon's round 2 was INVALID}. */
  static String claim(Contrast contrast) {
    String text = contrast.claim().text();
    return contrast.why().isEmpty() ? text : text + ": " + contrast.why();
  }

  /**
   * {@code 2.96 (2.81 to 3.12) worse}, {@code +14.9 points (+14.2 to +15.6) worse}, or the rounds'
   * range if nothing can be claimed.
   */
  static String withClaim(Contrast contrast) {
    String value = contrast.scale() == Scale.TIMES ? value(contrast) : withUnit(contrast);
    return joined(contrast, value, claim(contrast));
  }

  /** The same without the unit and without the reason for no claim. */
  static String brief(Contrast contrast) {
    return joined(contrast, value(contrast), contrast.claim().text());
  }

  private static String joined(Contrast contrast, String value, String claim) {
    if (value(contrast).isEmpty()) {
      return claim;
    }
    return contrast.estimate() == null
        ? value + " " + claim
        : "%s (%s) %s".formatted(value, interval(contrast), claim);
  }
}
