package fleetpoll.app;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.config.Masks;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TargetCheckTest {

  @Test
  void whyAServerDidNotStartIsToldWithoutSecrets() {
    Masks masks = new Masks(Set.of(), Set.of("hunter2"));
    String message =
        "The target a was not ready after 1 s: GET http://127.0.0.1:1/ready?token=s3cret answered"
            + " 503. The last it printed:\nKeyError: 'DB_PASSWORD'\nnot hunter2";

    assertThat(TargetCheck.shown(message, masks))
        .isEqualTo(
            "The target a was not ready after 1 s: GET http://127.0.0.1:1/ready?token=*** answered"
                + " 503. The last it printed:\nKeyError: 'DB_PASSWORD'\nnot ***");
  }

  @Test
  void oneLineIsASentence() {
    assertThat(TargetCheck.shown("GET /?token=s3cret", Masks.STANDARD))
        .isEqualTo("GET /?token=***");
  }
}
