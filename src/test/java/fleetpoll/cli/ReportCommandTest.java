package fleetpoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.report.StoredExample;
import fleetpoll.study.StudyExamples;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandTest {

  private String out;
  private String err;

  @TempDir Path folder;

  @Test
  void printsWhereThePageIs() throws Exception {
    StoredExample.in(folder);

    assertThat(execute("report", folder.toString())).isZero();
    assertThat(out.strip()).isEqualTo("file://" + folder.resolve("devices.html"));
    assertThat(folder.resolve("devices.html")).exists();
    assertThat(err).isEmpty();
  }

  @Test
  void aRunOfSchemaTwoIsDrawnAsOneOfToday() throws Exception {
    StoredExample.ofSchemaTwoIn(folder);
    assertThat(folder.resolve("devices.csv")).content().contains(",resent,", "0,0,0,");

    assertThat(execute("report", folder.toString())).isZero();

    String old = Files.readString(folder.resolve("devices.html"));
    StoredExample.in(folder);
    assertThat(execute("report", folder.toString())).isZero();
    assertThat(old).isEqualTo(Files.readString(folder.resolve("devices.html")));
  }

  @Test
  void aColumnThatNoRunHasIsRefused() throws Exception {
    StoredExample.ofSchemaTwoIn(folder);
    Path devices = folder.resolve("devices.csv");
    Files.writeString(devices, Files.readString(devices).replaceFirst("resent", "resend"));

    assertThat(execute("report", folder.toString())).isEqualTo(1);
    assertOneSentence("devices.csv is not what a run writes: Unrecognized field \"resend\"");
  }

  @Test
  void aStudyHasAPageToo() throws Exception {
    StudyExamples.stored(folder, StudyExamples.study(true, true), StudyExamples.everyKind());

    assertThat(execute("report", folder.toString())).isZero();
    assertThat(out.strip()).isEqualTo("file://" + folder.resolve("study.html"));
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
    assertThat(execute("nonsense")).isEqualTo(64);
    assertThat(execute()).isEqualTo(64);
    assertThat(execute("report")).isEqualTo(64);
    assertThat(err).contains("Usage: fleetpoll");
    assertThat(out).isEmpty();
  }

  private void assertOneSentence(String sentence) {
    assertThat(err.strip())
        .startsWith("Cannot draw the report of " + folder + ": ")
        .contains(sentence)
        .hasLineCount(1);
  }

  private int execute(String... args) {
    CommandRun run = CommandRun.of(args);
    out = run.out();
    err = run.err();
    return run.exitCode();
  }
}
