package fleetpoll.study;

import fleetpoll.settings.StudyClient;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/**
 * Forecasts how long cells will take, in seconds: their floor, or the client's work alone if that
 * takes longer, plus the time that cells so far have needed for other things, such as starting a
 * process.
 */
final class TimeForecast {

  /** Used as long as no cell has ended. */
  private static final double FIRST_GUESS_BESIDES = 3;

  private final Map<StudyClient, Double> workPerRequest = new EnumMap<>(StudyClient.class);
  private double besides;
  private int ended;

  /**
   * A cell has ended.
   *
   * @param wallSeconds T
   * @param elapsedSeconds the whole time that it took
   */
  void add(PlannedCell planned, double wallSeconds, double elapsedSeconds) {
    double work = Math.max(0, wallSeconds - planned.floorSeconds());
    // The least of all cells: in small ones, starting the process weighs on each request.
    workPerRequest.merge(planned.cell().client(), work / planned.cell().requests(), Math::min);
    besides += elapsedSeconds - wallSeconds;
    ended++;
  }

  /** How long one cell will take. */
  double secondsOf(PlannedCell planned) {
    Cell cell = planned.cell();
    double work = cell.requests() * workPerRequest.getOrDefault(cell.client(), 0.0);
    double beside = ended == 0 ? FIRST_GUESS_BESIDES : besides / ended;
    return planned.isToBeRun() ? Math.max(planned.floorSeconds(), work) + beside : 0;
  }

  /** How long several cells will take, one after the other. */
  double secondsOf(Collection<PlannedCell> cells) {
    return cells.stream().mapToDouble(this::secondsOf).sum();
  }
}
