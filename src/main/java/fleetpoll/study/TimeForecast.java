package fleetpoll.study;

import fleetpoll.settings.StudyClient;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/**
 * How long cells will take, in seconds: their floor, or what the client's work alone takes where
 * that is more, and what a cell has taken besides so far, such as starting a process.
 */
final class TimeForecast {

  /** As long as no cell has ended. */
  private static final double FIRST_GUESS_BESIDES = 3;

  private final Map<StudyClient, Double> workPerRequest = new EnumMap<>(StudyClient.class);
  private double besides;
  private int ended;

  /**
   * A cell has ended.
   *
   * @param wallSeconds T
   * @param elapsedSeconds all that it took
   */
  void add(PlannedCell planned, double wallSeconds, double elapsedSeconds) {
    double work = Math.max(0, wallSeconds - planned.floorSeconds());
    // The least: in small cells a request pays for starts that are not its own.
    workPerRequest.merge(planned.cell().client(), work / planned.cell().requests(), Math::min);
    besides += elapsedSeconds - wallSeconds;
    ended++;
  }

  /** One cell. */
  double secondsOf(PlannedCell planned) {
    Cell cell = planned.cell();
    double work = cell.requests() * workPerRequest.getOrDefault(cell.client(), 0.0);
    double beside = ended == 0 ? FIRST_GUESS_BESIDES : besides / ended;
    return planned.isToBeRun() ? Math.max(planned.floorSeconds(), work) + beside : 0;
  }

  /** Several cells, one after the other. */
  double secondsOf(Collection<PlannedCell> cells) {
    return cells.stream().mapToDouble(this::secondsOf).sum();
  }
}
