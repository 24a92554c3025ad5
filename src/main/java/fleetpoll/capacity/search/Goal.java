package fleetpoll.capacity.search;

/**
 * What a search shall find: the largest fleet for which the service levels hold.
 *
 * @param from the smallest size that is tried, at least 1
 * @param to the largest size that is tried, above {@code from}
 * @param width the search ends when the upper bound is at most this much above the lower one, as a
 *     share of the lower one: 0.05 for 5 %
 * @param trials how many trials a size gets at most, if they do not contradict each other
 * @param exceed which share of them may fail at a size that still counts as a lower bound, 0 to
 *     below 1 (the draft's exceed ratio)
 */
public record Goal(int from, int to, double width, int trials, double exceed) {

  // A share such as 1/3 has no exact double: 3 times it may be a little less than 1.
  private static final double ROUNDING = 1e-9;

  // One failure of two says little: a size near the limit is what the whole answer hangs on.
  private static final int IF_CONTRADICTED = 2;

  /** The goal at a size whose trials contradict each other: it gets up to twice as many. */
  public Goal ifContradicted() {
    return new Goal(from, to, width, IF_CONTRADICTED * trials, exceed);
  }

  /** How many of the trials at one size may fail if it still counts as a lower bound. */
  public int mayFail() {
    return (int) Math.floor(trials * exceed + ROUNDING);
  }

  /** How many trials at one size must hold until it is a lower bound, whatever the others say. */
  public int mustHold() {
    return trials - mayFail();
  }

  /** How many trials at one size must fail until it is an upper bound, likewise. */
  public int mustFail() {
    return mayFail() + 1;
  }
}
