package fleetpoll.schedule;

import fleetpoll.settings.Share;

/**
 * Decides which ticks of a device poll an endpoint: those on which the running total of its share,
 * in exact integers, passes the next whole number. This is Bresenham's line: the polls are as even
 * as whole ticks allow, and any {@code denominator} ticks in a row contain exactly {@code
 * numerator} of them.
 *
 * @param share polls per tick
 * @param offset by which the pattern is shifted, at least 0; devices with different offsets do not
 *     poll a rare endpoint on the same tick
 */
public record Interleaving(Share share, long offset) {

  /** Whether tick {@code k} polls the endpoint. */
  public boolean isDue(long k) {
    return total(k + offset + 1) > total(k + offset);
  }

  /** How many of the ticks {@code from} … {@code to − 1} poll the endpoint. */
  public long polls(long from, long to) {
    return to <= from ? 0 : total(to + offset) - total(from + offset);
  }

  /** The tick of poll {@code n}, counted from 0 over all ticks from tick 0 on. */
  public long tick(long n) {
    // The first total to reach a whole number m is that of m · denominator / numerator ticks.
    long parts = (total(offset) + n + 1) * share.denominator();
    return (parts + share.numerator() - 1) / share.numerator() - 1 - offset;
  }

  private long total(long ticks) {
    if (share.denominator() == 1) {
      return ticks; // each poll asks, and a division takes longer
    }
    long whole = ticks / share.denominator();
    long rest = ticks % share.denominator();
    return whole * share.numerator() + rest * share.numerator() / share.denominator();
  }
}
