package fleetpoll.compare;

/** What the rounds allow to claim about one server against another, by one figure. */
public enum Claim {
  /** It is better: the interval does not contain equality. */
  BETTER("better"),
  /** It is worse: the interval does not contain equality. */
  WORSE("worse"),
  /** The interval contains equality. */
  INCONCLUSIVE("inconclusive"),
  /** In a share every poll counts in both servers' runs, or none does. */
  EQUAL("equal"),
  /** There are fewer than three rounds with a valid run of both. */
  TOO_FEW_ROUNDS("no claim"),
  /** One server has no valid run in a round in which the other has one. */
  LOST_ROUND("no claim"),
  /** The servers did not take turns, so more than the servers would count as a difference. */
  NOT_INTERLEAVED("no claim"),
  /** A figure is not known in some round, or does not come from one source in all. */
  UNKNOWN("not known"),
  /** A figure is 0 in some round, and so has no ratio. */
  NO_RATIO("no ratio");

  private final String text;

  Claim(String text) {
    this.text = text;
  }

  /** In a word or two. */
  public String text() {
    return text;
  }

  /** Whether it says which of the two is better. */
  public boolean isDifference() {
    return this == BETTER || this == WORSE;
  }

  /** Whether it comes from an interval. */
  boolean isEstimated() {
    return isDifference() || this == INCONCLUSIVE || this == EQUAL;
  }
}
