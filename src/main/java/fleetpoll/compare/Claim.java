package fleetpoll.compare;

/** What the rounds allow to claim about one server against another, by one figure. */
public enum Claim {
  /** It is better: the interval of the ratio does not contain 1. */
  BETTER("better"),
  /** It is worse: the interval of the ratio does not contain 1. */
  WORSE("worse"),
  /** The interval of the ratio contains 1. */
  INCONCLUSIVE("inconclusive"),
  /** There are fewer than three rounds with a valid run of both. */
  TOO_FEW_ROUNDS("no claim"),
  /** A round has no ratio: a figure is 0 or not known in it. */
  NO_RATIO("no ratio");

  private final String text;

  Claim(String text) {
    this.text = text;
  }

  /** In a word or two. */
  public String text() {
    return text;
  }
}
