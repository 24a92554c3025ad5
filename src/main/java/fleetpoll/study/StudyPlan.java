package fleetpoll.study;

import fleetpoll.settings.StudyClient;
import fleetpoll.settings.StudySettings;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Decides which cells of the grid are run, and which are only predicted or skipped. */
final class StudyPlan {

  private static final double NANOS = 1e9;

  private final Optional<DelayModel> delays;
  private final Duration limit;
  private final Availability availability;
  private final Map<StudyClient, Optional<String>> obstacles = new EnumMap<>(StudyClient.class);

  private StudyPlan(Optional<DelayModel> delays, Duration limit, Availability availability) {
    this.delays = delays;
    this.limit = limit;
    this.availability = availability;
  }

  /**
   * The cells in the order of the grid.
   *
   * @param delays of the target; empty if nothing is known, and then nothing is predicted
   */
  static List<PlannedCell> of(
      StudySettings settings, Optional<DelayModel> delays, Availability availability) {
    StudyPlan plan = new StudyPlan(delays, settings.cell().limit(), availability);
    return Grid.of(settings).stream().map(plan::planned).toList();
  }

  private PlannedCell planned(Cell cell) {
    double floor = delays.map(d -> d.floorSeconds(cell.requests(), cell.limit())).orElse(0.0);
    Double predicted =
        delays
            .map(
                d ->
                    DelayModel.predictedSeconds(
                        cell.requests(), d.meanSeconds(cell.requests()), cell.limit()))
            .orElse(null);
    return new PlannedCell(cell, floor, notRun(cell, predicted, floor));
  }

  private Optional<StudyRow> notRun(Cell cell, Double predicted, double floor) {
    Optional<String> obstacle = obstacles.computeIfAbsent(cell.client(), availability::obstacle);
    if (obstacle.isPresent()) {
      return Optional.of(StudyRow.skipped(cell, predicted, obstacle.get()));
    }
    double limitSeconds = limit.toNanos() / NANOS;
    return floor > limitSeconds
        ? Optional.of(
            StudyRow.predictedOnly(
                cell,
                predicted,
                String.format(
                    Locale.ROOT,
                    "it takes %,.1f s at least, and cell.limit is %,.1f s",
                    floor,
                    limitSeconds)))
        : Optional.empty();
  }
}
