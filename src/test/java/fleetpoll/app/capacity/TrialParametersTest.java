package fleetpoll.app.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TrialParametersTest {

  @Test
  void aTargetIsShownWithoutItsSecretAndPolledWithIt() {
    String secret = "http://127.0.0.1:9/token=abcd";
    TrialParameters parameters =
        new TrialParameters(SearchExamples.settings(Map.of("target", "embedded," + secret)));

    assertThat(parameters.targets()).containsExactly("embedded", "http://127.0.0.1:9/token=***");
    assertThat(parameters.of("http://127.0.0.1:9/token=***", 7))
        .containsEntry("target", secret)
        .containsEntry("devices", "7");
  }
}
