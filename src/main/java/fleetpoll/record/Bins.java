package fleetpoll.record;

/**
 * A stretch of time in equal bins.
 *
 * @param startNanos the instant at which the first bin begins
 * @param widthNanos of each bin, at least 1
 * @param count at least 1
 */
public record Bins(long startNanos, long widthNanos, int count) {

  /**
   * The finest bins over {@code startNanos} … {@code endNanos} that are at most {@code most} and
   * none narrower than {@code leastWidthNanos}.
   */
  public static Bins over(long startNanos, long endNanos, long leastWidthNanos, int most) {
    long span = Math.max(1, endNanos - startNanos);
    long width = Math.max(Math.max(1, leastWidthNanos), ceilDiv(span, most));
    return new Bins(startNanos, width, Math.toIntExact(ceilDiv(span, width)));
  }

  /** The bin that contains an instant; the first or the last if the instant lies outside. */
  public int indexOf(long nanos) {
    long index = Math.floorDiv(nanos - startNanos, widthNanos);
    return (int) Math.max(0, Math.min(count - 1L, index));
  }

  private static long ceilDiv(long dividend, long divisor) {
    return (dividend + divisor - 1) / divisor;
  }
}
