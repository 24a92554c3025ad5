package fleetpoll.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is loaded before a run. */
class RehearsalTest {

  @Test
  void aSuccessAFailureAndAMissAreRecorded() {
    DeviceRecorder device = Rehearsal.run();

    assertThat(device.summarise(0).ok()).isEqualTo(1);
    assertThat(device.summarise(0).ko()).isEqualTo(1);
    assertThat(device.summarise(0).missed().total()).isEqualTo(1);
  }
}
