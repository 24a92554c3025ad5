package fleetpoll.capacity.search;

/**
 * What the trials of one size have said about the server.
 *
 * @param held how many of them held
 * @param failed how many of them failed
 */
record Tally(int held, int failed) {

  static final Tally NONE = new Tally(0, 0);

  /**
   * The draft's load classification. {@link #LOWER} and {@link #UPPER} are final: such a size is
   * not tried again. The likely ones are what all trials so far say.
   */
  enum Load {
    LOWER,
    LIKELY_LOWER,
    /** The trials contradict each other, and do not decide yet; or there are none. */
    UNDECIDED,
    LIKELY_UPPER,
    UPPER
  }

  Tally and(Outcome outcome) {
    return switch (outcome) {
      case HOLDS -> new Tally(held + 1, failed);
      case FAILS -> new Tally(held, failed + 1);
      case GENERATOR -> this;
    };
  }

  /**
   * A size is a lower bound if the share of failures would be at most the goal's exceed ratio, even
   * if all its remaining trials failed; and an upper bound if it would be above, even if all of
   * them held. If its trials contradict each other, more of them remain.
   */
  Load of(Goal goal) {
    boolean contradicted = held > 0 && failed > 0;
    Goal here = contradicted ? goal.ifContradicted() : goal;
    if (held >= here.mustHold()) {
      return Load.LOWER;
    }
    if (failed >= here.mustFail()) {
      return Load.UPPER;
    }
    if (contradicted || held + failed == 0) {
      return Load.UNDECIDED;
    }
    return held > 0 ? Load.LIKELY_LOWER : Load.LIKELY_UPPER;
  }
}
