package fleetpoll.http;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.record.Outcome;
import org.junit.jupiter.api.Test;

/** What is loaded before a run. */
class RehearsalTest {

  @Test
  void pollsFailForWantOfASocketOfAnAddressAndOfTime() {
    assertThat(Rehearsal.run())
        .extracting(Result::outcome)
        .containsExactly(Outcome.EXHAUSTED, Outcome.DNS, Outcome.TIMEOUT);
  }
}
