package fleetpoll.compare;

/**
 * A figure of one server in one round.
 *
 * @param value in the figure's unit; null where it is not known
 * @param status whether it counts
 */
public record Value(Double value, Status status) {

  /** There is no run of this server in this round. */
  static final Value ABSENT = new Value(null, Status.ABSENT);

  /** Whether a figure can be compared. */
  public enum Status {
    /** It is a valid run's. */
    COUNTS,
    /** It is an invalid run's: it is shown, and nothing follows from it. */
    INVALID,
    /** There is no run. */
    ABSENT
  }

  /** Whether it is a valid run's. */
  public boolean counts() {
    return status == Status.COUNTS;
  }
}
