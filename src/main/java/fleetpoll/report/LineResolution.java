package fleetpoll.report;

/** How many points a line over time is worth drawing with: a wide screen shows no more apart. */
final class LineResolution {

  private static final int MOST_POINTS = 3_600;

  private LineResolution() {}

  /** How many points are to be joined into one; 1 where all can be drawn. */
  static int step(int points) {
    return Math.max(1, (points + MOST_POINTS - 1) / MOST_POINTS);
  }
}
