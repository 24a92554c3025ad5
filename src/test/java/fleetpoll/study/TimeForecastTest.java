package fleetpoll.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fleetpoll.settings.StudyClient;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimeForecastTest {

  private final TimeForecast estimate = new TimeForecast();

  private static PlannedCell cell(StudyClient client, long requests, double floorSeconds) {
    return new PlannedCell(new Cell(client, requests, 10), floorSeconds, Optional.empty());
  }

  @Test
  void aCellTakesItsFloorAndWhatCellsTakeBesides() {
    estimate.add(cell(StudyClient.SYNC, 10, 4), 4, 5);
    estimate.add(cell(StudyClient.SYNC, 10, 4), 4, 7);

    assertThat(estimate.secondsOf(cell(StudyClient.ASYNC, 1_000, 60))).isEqualTo(62);
  }

  @Test
  void whereWorkIsMoreThanDelaysItCounts() {
    estimate.add(cell(StudyClient.ASYNC, 10, 0), 1, 1);
    estimate.add(cell(StudyClient.ASYNC, 1_000, 0), 2, 2);

    assertThat(estimate.secondsOf(cell(StudyClient.ASYNC, 1_000_000, 5)))
        .isCloseTo(2_000, within(1e-6));
    assertThat(estimate.secondsOf(cell(StudyClient.THREADS, 1_000_000, 5))).isEqualTo(5);
  }

  @Test
  void cellsThatAreNotRunTakeNoTime() {
    PlannedCell predicted =
        new PlannedCell(
            new Cell(StudyClient.SYNC, 1, 1),
            4_000,
            Optional.of(StudyExamples.predicted("sync", 1, 1, 4_000)));

    assertThat(estimate.secondsOf(List.of(predicted, predicted))).isZero();
  }
}
