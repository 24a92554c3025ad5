package fleetpoll.gatling;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a login takes from its answer, and what it says if it cannot. */
class SavedValuesTest {

  private final Map<String, String> found = new HashMap<>();

  private String read(String body, Map<String, String> paths) {
    return SavedValues.of(paths)
        .read(body.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8, found);
  }

  @Test
  void takesTheTextOfEachPath() {
    assertThat(
            read(
                "{\"a\": {\"token\": \"t\u00fc\"}, \"n\": [7, 8]}",
                Map.of("token", "$.a.token", "number", "$.n[1]")))
        .isNull();
    assertThat(found).isEqualTo(Map.of("token", "t\u00fc", "number", "8"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          no JSON            | the body is not JSON
          {}                 | $.t is missing
          {"t": ""}          | $.t is missing
          {"t": null}        | $.t is missing
          {"t": "a\\nX: b"}  | $.t is longer than 16,384 characters or contains control characters
          """)
  void whatIsNoValueIsAFailureThatQuotesNothing(String body, String fault) {
    assertThat(read(body, Map.of("t", "$.t"))).isEqualTo(fault);
    assertThat(found).isEmpty();
  }

  @Test
  void aLongTextIsNoToken() {
    assertThat(read("{\"t\": \"" + "x".repeat(16_384) + "\"}", Map.of("t", "$.t"))).isNull();
    assertThat(read("{\"t\": \"" + "x".repeat(16_385) + "\"}", Map.of("t", "$.t"))).isNotNull();
  }
}
