package fleetpoll.settings;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * The share of the ticks that poll an endpoint, as an exact fraction in lowest terms: 1 is every
 * tick, 1/10 every tenth.
 *
 * @param numerator 1 … denominator
 * @param denominator 1 … {@value #MAX_DENOMINATOR}
 */
public record Share(int numerator, int denominator) {

  /** The finest share: one poll in a million ticks. */
  public static final int MAX_DENOMINATOR = 1_000_000;

  /** One poll on every tick. */
  public static final Share EVERY_TICK = new Share(1, 1);

  private static final String ALLOWED =
      "a share is more than 0 and at most 1, with a denominator up to 1,000,000: 1, 1/10, 2/3,"
          + " 0.25";

  /**
   * @throws IllegalArgumentException if the fraction is not in (0, 1] or its denominator is too
   *     large
   */
  public Share {
    if (numerator < 1 || denominator < numerator || denominator > MAX_DENOMINATOR) {
      throw new IllegalArgumentException(ALLOWED);
    }
  }

  /** {@code numerator/denominator} reduced to lowest terms. */
  public static Share of(long numerator, long denominator) {
    return of(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
  }

  /** One poll in {@code n} ticks. */
  public static Share every(long n) {
    return of(1, n);
  }

  /**
   * Reads {@code 1}, {@code 1/10} or {@code 0.25}.
   *
   * @throws IllegalArgumentException if the text is none of these or the share is out of range
   */
  public static Share parse(String text) {
    int slash = text.indexOf('/');
    try {
      if (slash >= 0) {
        return of(
            new BigInteger(text.substring(0, slash).strip()),
            new BigInteger(text.substring(slash + 1).strip()));
      }
      BigDecimal decimal = new BigDecimal(text.strip());
      int scale = Math.max(decimal.scale(), 0);
      // Before any arithmetic: 1e999999999 would be written out in full.
      if (scale > 6 || decimal.compareTo(BigDecimal.ONE) > 0) {
        throw new IllegalArgumentException(ALLOWED);
      }
      return of(decimal.setScale(scale).unscaledValue(), BigInteger.TEN.pow(scale));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(ALLOWED, e);
    }
  }

  private static Share of(BigInteger numerator, BigInteger denominator) {
    if (numerator.signum() <= 0 || denominator.signum() <= 0) {
      throw new IllegalArgumentException(ALLOWED);
    }
    BigInteger gcd = numerator.gcd(denominator);
    try {
      return new Share(
          numerator.divide(gcd).intValueExact(), denominator.divide(gcd).intValueExact());
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(ALLOWED, e);
    }
  }

  @Override
  public String toString() {
    return denominator == 1 ? Integer.toString(numerator) : numerator + "/" + denominator;
  }
}
