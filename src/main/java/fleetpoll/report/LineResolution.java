package fleetpoll.report;

/** Limits the points of a line over time to as many as a wide screen can show. */
final class LineResolution {

  private static final int MOST_POINTS = 3_600;

  private LineResolution() {}

  /** How many points are to be joined into one; 1 if all can be drawn. */
  static int step(int points) {
    return Math.max(1, (points + MOST_POINTS - 1) / MOST_POINTS);
  }
}
