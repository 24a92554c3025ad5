package fleetpoll.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RunRecordTest {

  @Test
  void whatIsLostBeforeTheFirstCheckpointAndWhatIsNot() {
    assertThat(RunRecord.nothingYet(true).reason())
        .isEqualTo(
            "The run did not come to its first checkpoint: what was measured device by device is"
                + " lost; the fleet second by second is in timeline.csv.");
    assertThat(RunRecord.nothingYet(false).reason())
        .isEqualTo(
            "The run did not come to its end, and checkpoint = none stores nothing before: what was"
                + " measured device by device is lost; the fleet second by second is in"
                + " timeline.csv.");
  }
}
