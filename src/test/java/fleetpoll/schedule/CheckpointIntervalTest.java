package fleetpoll.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CheckpointIntervalTest {

  private static final Duration ASKED = Duration.ofSeconds(30);

  @Test
  void theDefaultFleetStoresAsOftenAsItIsAsked() {
    assertThat(CheckpointInterval.of(ASKED, 500, 2))
        .isEqualTo(new CheckpointInterval(ASKED, false));
  }

  @Test
  void aLargeFleetStoresLessOftenSoThatItCostsAHundredthOfACore() {
    CheckpointInterval some = CheckpointInterval.of(ASKED, 5_000, 2);
    CheckpointInterval more = CheckpointInterval.of(ASKED, 10_000, 2);

    assertThat(some).isEqualTo(new CheckpointInterval(Duration.ofSeconds(165), true));
    assertThat(more.every()).isEqualTo(some.every().multipliedBy(2));
  }
}
