package fleetpoll.report;

import fleetpoll.figure.Numbers;

/**
 * One of the figures that a reader looks for first.
 *
 * @param value {@link Numbers#NONE} if it is not known
 * @param unit empty for a count of polls
 * @param note a remark in small print; may be empty
 * @param mark {@code ko} or {@code missed} if the figure is bad news, {@code few} if it is a
 *     percentile of too few polls, else empty
 */
record Tile(String name, String value, String unit, String note, String mark) {

  /** Whether a unit is to be written: there is a unit and a figure. */
  public boolean hasUnit() {
    return !value.equals(Numbers.NONE) && !unit.isEmpty();
  }
}
