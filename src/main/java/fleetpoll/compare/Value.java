package fleetpoll.compare;

/**
 * A figure of one server in one round.
 *
 * @param value in the figure's unit; null if it is not known
 * @param status whether it counts
 */
public record Value(Double value, Status status) {

  /** There is no run of this server in this round. */
  static final Value ABSENT = new Value(null, Status.ABSENT);

  /** Whether a figure can be compared. */
  public enum Status {
    /** The run is valid. */
    COUNTS,
    /** The run is invalid: the value is shown, and nothing follows from it. */
    INVALID,
    /** There is no run. */
    ABSENT
  }

  /** Whether the run is valid. */
  public boolean counts() {
    return status == Status.COUNTS;
  }
}
