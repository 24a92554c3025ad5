package fleetpoll.app;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.http.Knock.Refusal;
import fleetpoll.record.Outcome;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PreflightTest {

  private static final Optional<Refusal> REFUSED =
      Optional.of(new Refusal(Outcome.REFUSED, "connecting"));
  private static final Optional<Refusal> TIMEOUT =
      Optional.of(new Refusal(Outcome.TIMEOUT, "TLS handshake"));

  @Test
  void aTimeOutAfterARefusalIsTold() {
    assertThat(Preflight.telling(REFUSED, TIMEOUT, false)).isEqualTo(TIMEOUT);
  }

  @Test
  void anAttemptThatWasCutShortSaysLessThanTheOneBefore() {
    assertThat(Preflight.telling(REFUSED, TIMEOUT, true)).isEqualTo(REFUSED);
  }

  @Test
  void theLastReasonCounts() {
    assertThat(Preflight.telling(TIMEOUT, REFUSED, true)).isEqualTo(REFUSED);
    assertThat(Preflight.telling(REFUSED, Optional.empty(), true)).isEmpty();
  }
}
