package fleetpoll.http;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.record.Outcome;
import org.junit.jupiter.api.Test;

/** What is loaded before a run. */
class RehearsalTest {

  @Test
  void pollsFailAndSucceedInEveryWayThatNeedsClassesOfItsOwn() {
    assertThat(Rehearsal.run())
        .extracting(Result::outcome)
        .containsExactly(
            Outcome.EXHAUSTED,
            Outcome.DNS,
            Outcome.TIMEOUT,
            Outcome.REFUSED,
            Outcome.OK,
            Outcome.status(404),
            Outcome.CLOSED,
            Outcome.RESET);
  }

  @Test
  void theSuccessFollowsARedirectWithACookie() {
    assertThat(Rehearsal.run().get(4).redirects()).isEqualTo(1);
  }
}
