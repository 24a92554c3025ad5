package fleetpoll.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DelayModelTest {

  private final DelayModel model = new DelayModel(StudyExamples.DELAYS);

  @Test
  void theMeanIsThatOfTheDelaysDrawn() {
    assertThat(model.meanSeconds(1)).isEqualTo(StudyExamples.DELAYS.nanos(0) / 1e9);
    assertThat(model.meanSeconds(100_000)).isCloseTo(0.405, within(0.005));
  }

  @Test
  void theModelIsNTOverM() {
    assertThat(DelayModel.predictedSeconds(1_000_000, 0.405, 5_000)).isEqualTo(81);
  }

  @Test
  void theFloorOfLongBatchesIsTheModelAndOfShortOnesTheSlowestRequest() {
    double predicted = DelayModel.predictedSeconds(100_000, model.meanSeconds(100_000), 100);

    assertThat(model.floorSeconds(100_000, 100) / predicted).isBetween(1.0, 1.002);
    assertThat(model.floorSeconds(1_000, 5_000)).isBetween(0.79, 0.8);
  }

  @Test
  void aConstantDelayIsItsOwnMean() {
    assertThat(DelayModel.constant(5_000_000).meanSeconds(7)).isEqualTo(0.005);
    assertThat(DelayModel.constant(5_000_000).floorSeconds(7, 2)).isEqualTo(0.02);
  }
}
