package fleetpoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.capacity.CapacityExamples;
import fleetpoll.capacity.CapacityFolder;
import fleetpoll.report.StoredExample;
import fleetpoll.study.StudyExamples;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
  void aRunOfSchemaTwoIsDrawnAsOneOfSchemaThreeThatKnowsNoConnections() throws Exception {
    StoredExample.ofSchemaTwoIn(folder);
    assertThat(folder.resolve("devices.csv")).content().contains(",resent,", "0,0,0,");

    assertThat(execute("report", folder.toString())).isZero();

    String old = Files.readString(folder.resolve("devices.html"));
    StoredExample.withoutConnections(folder);
    assertThat(execute("report", folder.toString())).isZero();
    assertThat(old).isEqualTo(Files.readString(folder.resolve("devices.html")));
  }

  @Test
  void aColumnThatNoRunHasIsNamed() throws Exception {
    StoredExample.ofSchemaTwoIn(folder);
    Path devices = folder.resolve("devices.csv");
    Files.writeString(devices, Files.readString(devices).replaceFirst("resent", "resend"));

    assertThat(execute("report", folder.toString())).isZero();
    assertThat(err.strip())
        .isEqualTo(
            "CAUTION: Damaged file devices.csv: line 1: \"resend\" is no name that belongs there."
                + " So the page shows nothing device by device.");
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
  void aRunOfAnotherMachineThatMayGoOnIsNotJudged() throws Exception {
    StoredExample.unfinishedElsewhere(folder);

    assertThat(execute("report", folder.toString())).isEqualTo(2);
    assertThat(err.strip())
        .isEqualTo(
            "No verdict yet: gen-1, another machine or container, makes the run, and its files"
                + " changed less than 2 min ago, so it goes on or was just cut short. Draw it again"
                + " later.");
    assertThat(folder.resolve("junit.xml")).doesNotExist();
    assertThat(folder.resolve("devices.html"))
        .content()
        .contains("The run goes on or was cut short, on another machine or container: its record");
  }

  @Test
  void aRunOfAnotherMachineThatChangesNoMoreWasCutShort() throws Exception {
    StoredExample.unfinishedElsewhere(folder);
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(600)));
      }
    }

    assertThat(execute("report", folder.toString())).isEqualTo(2);
    assertThat(err).startsWith("Verdict: INVALID. ").hasLineCount(1);
    assertThat(folder.resolve("junit.xml")).exists();
  }

  @Test
  void aStudyHasAPageToo() throws Exception {
    StudyExamples.stored(folder, StudyExamples.study(true, true), StudyExamples.everyKind());

    assertThat(execute("report", folder.toString())).isZero();
    assertThat(out.strip()).isEqualTo("file://" + folder.resolve("study.html"));
  }

  @Test
  void aSearchForACapacityIsDrawnFromItsFolderAlone() throws Exception {
    new CapacityFolder(folder).write(CapacityExamples.found());

    assertThat(execute("report", folder.toString())).isZero();
    assertThat(out.strip()).isEqualTo("file://" + folder.resolve("capacity.html"));
    assertThat(folder.resolve("capacity.md")).exists();
  }

  @Test
  void aFolderWithoutARun() {
    assertThat(execute("report", folder.toString())).isEqualTo(64);
    assertOneSentence(
        "it is not a run folder: it holds no run.json, no study.json and no capacity.json.");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      delimiter = ';',
      value = {
        "{\"id\":; run.json is not what a run writes: line 2: the text ends too early.",
        "{\"schemaVersion\": 99, \"id\": {}};"
            + " run.json has schema version 99, and this Fleetpoll reads versions 2 to 5.",
        "{\"schemaVersion\": 1}; run.json has schema version 1,",
        "{}; run.json has no schema version,",
        "{\"schemaVersion\": 3}; run.json is not what a run writes: it is incomplete."
      })
  void aRunThatCannotBeRead(String json, String why) throws Exception {
    Files.writeString(folder.resolve("run.json"), json + "\n");

    assertThat(execute("report", folder.toString())).isEqualTo(1);
    assertOneSentence(why);
  }

  @Test
  void aMistakeOfFleetpollItselfIsOneSentence() throws Exception {
    StoredExample.ofSchemaThreeIn(folder);
    Path timeline = folder.resolve("timeline.csv");
    Files.writeString(timeline, Files.readString(timeline).replaceFirst("\n\\d+,A", "\n-1,A"));

    assertThat(execute("report", folder.toString())).isEqualTo(1);
    assertThat(err.strip())
        .hasLineCount(1)
        .startsWith("fleetpoll report failed through a mistake of Fleetpoll itself, at ")
        .contains("TimelineData.java:", "Index -1 out of bounds");
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
