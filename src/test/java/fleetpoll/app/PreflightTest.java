package fleetpoll.app;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.http.Knock.Refusal;
import fleetpoll.record.Outcome;
import fleetpoll.settings.FleetSettings;
import fleetpoll.settings.SettingsLoader;
import java.nio.file.Path;
import java.util.Map;
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
  void theServerIsNamedWithoutItsSecret() {
    FleetSettings settings =
        SettingsLoader.load(
            Map.of("target", "http://127.0.0.1:1/token=s3cret", "preflight", "1s"), Path.of(""));

    assertThat(Preflight.obstacle(settings))
        .contains(
            "http://127.0.0.1:1/token=*** accepts no connection within 1 s (preflight): refused,"
                + " connecting to 127.0.0.1:1.");
  }

  @Test
  void theLastReasonCounts() {
    assertThat(Preflight.telling(TIMEOUT, REFUSED, true)).isEqualTo(REFUSED);
    assertThat(Preflight.telling(REFUSED, Optional.empty(), true)).isEmpty();
  }
}
