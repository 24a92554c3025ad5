package fleetpoll.figure;

/**
 * A part of a whole, both counted, such as the successes of the polls sent.
 *
 * @param part 0 to {@code whole}
 */
public record Count(long part, long whole) {

  /** Of nothing. */
  public static final Count NONE = new Count(0, 0);

  /** Both together. */
  public Count plus(Count other) {
    return new Count(part + other.part, whole + other.whole);
  }

  /** In per cent; null if the whole is 0. */
  public Double percent() {
    return Numbers.percentOf(part, whole);
  }

  /** 0 to 1; NaN if the whole is 0. */
  public double share() {
    return whole == 0 ? Double.NaN : (double) part / whole;
  }

  /** Whether the part is the whole or nothing. */
  public boolean isExtreme() {
    return part == 0 || part == whole;
  }
}
