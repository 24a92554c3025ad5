package fleetpoll.compare;

import fleetpoll.figure.Count;

/**
 * A figure of one server in one round.
 *
 * @param value in the figure's unit; null if it is not known
 * @param count the polls behind it; null if the figure is not counted
 * @param status whether it counts
 */
public record Value(Double value, Count count, Status status) {

  /** There is no run of this server in this round. */
  static final Value ABSENT = new Value(null, null, Status.ABSENT);

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
