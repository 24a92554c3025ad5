package fleetpoll.app;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.compare.ComparedRun;
import fleetpoll.compare.ComparedRuns;
import fleetpoll.compare.ComparedRuns.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeriesComparisonTest {

  private static final List<ComparedRun> RUNS =
      ComparedRuns.all(
          List.of(
              ComparedRuns.of("falcon", Outcome.of(3)), ComparedRuns.of("nginx", Outcome.of(1))));

  @TempDir Path results;

  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @BeforeEach
  void listen() {
    PrintStream both = new PrintStream(printed, true, StandardCharsets.UTF_8);
    System.setOut(both);
    System.setErr(both);
  }

  @AfterEach
  void stopListening() {
    System.setOut(out);
    System.setErr(err);
  }

  private String text() {
    return printed.toString(StandardCharsets.UTF_8);
  }

  @Test
  void theFilesAreThereAndNamed() {
    assertThat(SeriesComparison.store(RUNS, results)).isTrue();
    assertThat(text()).contains("falcon", "/compare.html\n", "/compare.md\n", "/compare.csv\n");
  }

  @Test
  void aComparisonThatCannotBeWrittenIsAFailureAndNamesNoFiles() throws IOException {
    Path file = Files.createFile(results.resolve("file"));

    assertThat(SeriesComparison.store(RUNS, file)).isFalse();
    assertThat(text())
        .contains("The comparison could not be written: ", "falcon")
        .doesNotContain("file:///");
  }

  @Test
  void runsThatCannotBeComparedAreAFailure() {
    List<ComparedRun> broken = new ArrayList<>(RUNS);
    broken.add(null);

    assertThat(SeriesComparison.store(broken, results)).isFalse();
    assertThat(text()).contains("The comparison could not be written: ");
  }

  @Test
  void noRunsAreAFailure() {
    assertThat(SeriesComparison.store(List.of(), results)).isFalse();
    assertThat(text()).contains("nothing to compare").doesNotContain("file:///");
  }
}
