package fleetpoll.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fleetpoll.capacity.search.Bounds;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgressFileTest {

  @TempDir Path folder;

  @Test
  void growsByALineATrial() throws Exception {
    ProgressFile file = new ProgressFile(folder.resolve(ProgressFile.NAME));
    CapacityTrial trial = new CapacityExamples.Search("a \"b\"\n", 365).trial(2, 400);
    Bounds bounds = new Bounds(OptionalInt.empty(), OptionalInt.of(400));
    file.append(trial, bounds, Duration.ofMillis(1_500));
    file.append(trial, bounds, Duration.ZERO);

    List<String> lines = Files.readAllLines(file.path());
    assertThat(lines).hasSize(2);
    JsonNode line = new ObjectMapper().readTree(lines.get(0));
    assertThat(line.path("trial").asInt()).isEqualTo(2);
    assertThat(line.path("at").asText()).isEqualTo(trial.end().toString());
    assertThat(line.path("target").asText()).isEqualTo("a \"b\"\n");
    assertThat(line.path("outcome").asText()).isEqualTo("fails");
    assertThat(line.path("verdict").asText()).isEqualTo("FAIL");
    assertThat(line.path("broken").toString()).startsWith("[\"slo.success\"");
    assertThat(line.path("lower").isNull()).isTrue();
    assertThat(line.path("upper").asInt()).isEqualTo(400);
    assertThat(line.path("leftS").asDouble()).isEqualTo(1.5);
  }
}
