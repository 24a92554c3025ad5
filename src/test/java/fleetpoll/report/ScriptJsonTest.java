package fleetpoll.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScriptJsonTest {

  @Test
  void nothingInItEndsTheElement() throws Exception {
    Map<String, List<String>> data = Map.of(RunExamples.HOSTILE, List.of(RunExamples.HOSTILE));

    String json = ScriptJson.of(data);

    assertThat(json).doesNotContain("<", ">", "&", "\u2028", "\u2029").contains("\\u003C/script");
    ObjectMapper plain = new ObjectMapper();
    assertThat(plain.readTree(json)).isEqualTo(plain.valueToTree(data));
  }
}
