package fleetpoll.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fleetpoll.capacity.search.Bounds;
import fleetpoll.capacity.search.Known;
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
    Known known = new Known(new Bounds(OptionalInt.of(50), OptionalInt.empty()), bounds);
    file.append(trial, known, Duration.ofMillis(1_500));
    file.append(trial, known, Duration.ZERO);

    List<String> lines = Files.readAllLines(file.path());
    assertThat(lines).hasSize(2);
    JsonNode line = new ObjectMapper().readTree(lines.get(0));
    assertThat(line.path("trial").asInt()).isEqualTo(2);
    assertThat(line.path("at").asText()).isEqualTo(trial.end().toString());
    assertThat(line.path("target").asText()).isEqualTo("a \"b\"\n");
    assertThat(line.path("outcome").asText()).isEqualTo("fails");
    assertThat(line.path("verdict").asText()).isEqualTo("FAIL");
    assertThat(line.path("broken").toString()).startsWith("[\"slo.success\"");
    assertThat(line.path("decided").toString()).isEqualTo("{\"lower\":50,\"upper\":null}");
    assertThat(line.path("likely").toString()).isEqualTo("{\"lower\":null,\"upper\":400}");
    assertThat(line.path("leftS").asDouble()).isEqualTo(1.5);
  }

  @Test
  void isMadeWholeFromTheTrials() throws Exception {
    ProgressFile file = new ProgressFile(folder.resolve(ProgressFile.NAME));
    Files.writeString(file.path(), "{\"trial\":1,\"at\":\"2026");
    List<CapacityTrial> trials = new CapacityExamples.Search("a", 365).all(200, 200, 400);
    file.restore(CapacityExamples.claim().goal(), trials);

    List<String> lines = Files.readAllLines(file.path());
    assertThat(lines).hasSize(3);
    JsonNode last = new ObjectMapper().readTree(lines.get(2));
    assertThat(last.path("trial").asInt()).isEqualTo(3);
    assertThat(last.path("decided").toString()).isEqualTo("{\"lower\":200,\"upper\":null}");
    assertThat(last.path("likely").toString()).isEqualTo("{\"lower\":200,\"upper\":400}");
    assertThat(last.path("leftS").isNull()).isTrue();
  }
}
