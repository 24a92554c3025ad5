package fleetpoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.report.StoredExample;
import fleetpoll.study.StudyExamples;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ReportCommandTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path folder;

  @Test
  void printsWhereThePageIs() throws Exception {
    StoredExample.in(folder);

    assertThat(execute("report", folder.toString())).isZero();
    assertThat(out.toString().strip()).isEqualTo("file://" + folder.resolve("devices.html"));
    assertThat(folder.resolve("devices.html")).exists();
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void aRunOfSchemaTwoIsDrawn() throws Exception {
    StoredExample.ofSchemaTwo(folder, "errors.csv: disk: full");

    assertThat(execute("report", folder.toString())).isZero();
    assertThat(folder.resolve("devices.html"))
        .content()
        .contains("Missing file errors.csv: disk: full", "errors.csv is missing");
  }

  @Test
  void aStudyHasAPageToo() throws Exception {
    StudyExamples.stored(folder, StudyExamples.study(true, true), StudyExamples.everyKind());

    assertThat(execute("report", folder.toString())).isZero();
    assertThat(out.toString().strip()).isEqualTo("file://" + folder.resolve("study.html"));
  }

  @Test
  void aFolderWithoutARun() {
    assertThat(execute("report", folder.toString())).isEqualTo(64);
    assertOneSentence("it is not a run folder: it holds no run.json and no study.json.");
  }

  @Test
  void aRunThatIsNotJson() throws Exception {
    Files.writeString(folder.resolve("run.json"), "{\"id\":\n");

    assertThat(execute("report", folder.toString())).isEqualTo(1);
    assertOneSentence("run.json is not what a run writes: Unexpected end-of-input");
  }

  @Test
  void aRunOfAnotherSchema() throws Exception {
    Files.writeString(folder.resolve("run.json"), "{\"schemaVersion\": 99, \"id\": {}}");

    assertThat(execute("report", folder.toString())).isEqualTo(1);
    assertOneSentence("run.json has schema version 99, and this Fleetpoll reads versions 2 to 3.");
  }

  @Test
  void aRunOfNothing() throws Exception {
    Files.writeString(folder.resolve("run.json"), "{\"schemaVersion\": 2}");

    assertThat(execute("report", folder.toString())).isEqualTo(1);
    assertOneSentence("run.json is not what a run writes: it is incomplete.");
  }

  @Test
  void badUsage() {
    assertThat(execute()).isEqualTo(64);
    assertThat(execute("report")).isEqualTo(64);
    assertThat(execute("nonsense")).isEqualTo(64);
    assertThat(err.toString()).contains("Usage: fleetpoll");
    assertThat(out.toString()).isEmpty();
  }

  private void assertOneSentence(String sentence) {
    assertThat(err.toString().strip())
        .startsWith("Cannot draw the report of " + folder + ": ")
        .contains(sentence)
        .hasLineCount(1);
  }

  private int execute(String... args) {
    CommandLine commandLine = Fleetpoll.commandLine();
    commandLine.setOut(new PrintWriter(out, true));
    commandLine.setErr(new PrintWriter(err, true));
    return commandLine.execute(args);
  }
}
