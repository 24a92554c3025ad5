package fleetpoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.report.StoredExample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareCommandTest {

  private String out;
  private String err;

  @TempDir Path folder;

  private String first;
  private String second;

  @BeforeEach
  void store() throws IOException {
    first = stored("first", 1);
    second = stored("second", 2);
  }

  private String stored(String name, int number) throws IOException {
    StoredExample.in(folder.resolve(name), number);
    return folder.resolve(name).toString();
  }

  @Test
  void writesThreeFilesBesideTheRunsAndPrintsWhereTheyAre() throws Exception {
    assertThat(execute("compare", first, second)).isZero();

    Path comparison;
    try (var folders = Files.list(folder)) {
      comparison =
          folders
              .filter(path -> path.getFileName().toString().matches("compare-\\d{17}"))
              .findFirst()
              .orElseThrow();
    }
    for (String file : List.of("compare.html", "compare.md", "compare.csv")) {
      assertThat(comparison.resolve(file)).isNotEmptyFile();
      assertThat(out).contains("file://" + comparison.resolve(file));
    }
    assertThat(Files.readString(comparison.resolve("compare.html")))
        .contains("href=\"../first/devices.html\"");
    assertThat(out).contains("A service p99 [ms]");
    assertThat(err).isEmpty();
  }

  @Test
  void aRunOfSchemaTwoIsComparedWithOneOfToday() throws Exception {
    StoredExample.ofSchemaTwoIn(Path.of(second));
    StoredExample.numbered(Path.of(second), 2);

    assertThat(execute("compare", first, second)).isZero();

    assertThat(out).contains("A service p99 [ms]");
    assertThat(err).isEmpty();
  }

  @Test
  void aRunOfSchemaTwoThatLacksAFileIsComparedToo() throws Exception {
    StoredExample.ofSchemaTwo(Path.of(second), "timeline.csv: disk full");
    StoredExample.numbered(Path.of(second), 2);
    Path output = folder.resolve("compared");

    assertThat(execute("compare", "--output", output.toString(), first, second)).isZero();

    assertThat(err.toString()).isEmpty();
    assertThat(output.resolve("compare.html")).content().contains("timeline.csv is not whole");
  }

  @Test
  void theOutputCanBeAnywhere() {
    Path output = folder.resolve("some").resolve("where");

    assertThat(execute("compare", "--output", output.toString(), first, second)).isZero();

    assertThat(output.resolve("compare.html")).exists();
  }

  @Test
  void everyBadFolderIsASentence() {
    String none = folder.toString();

    assertThat(execute("compare", first, first)).isEqualTo(64);
    assertThat(err.strip()).isEqualTo("Cannot compare: " + first + " is given twice.");
    assertThat(execute("compare", first, second, none)).isEqualTo(64);

    assertThat(err.lines())
        .containsExactly("Cannot compare: " + none + " is not a run folder: it holds no run.json.");
  }

  @Test
  void aCopyOfARunIsNoOtherRun() throws Exception {
    Path copy = Files.createDirectories(folder.resolve("copy"));
    Files.copy(Path.of(first, "run.json"), copy.resolve("run.json"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of(second));

    assertThat(execute("compare", first, second, copy.toString(), link.toString())).isEqualTo(64);

    assertThat(err.lines())
        .containsExactly(
            "Cannot compare: %s and %s are one run, devicepollsimulation-20260101000000001."
                .formatted(first, copy),
            "Cannot compare: %s and %s are one run, devicepollsimulation-20260101000000002."
                .formatted(second, link));
    assertThat(out).isEmpty();
  }

  @Test
  void anotherSpellingOfAPathIsNoOtherRun() {
    Path spelled = folder.resolve("second").resolve("..").resolve("first");

    assertThat(execute("compare", first, spelled.toString())).isEqualTo(64);

    assertThat(err.strip())
        .isEqualTo(
            "Cannot compare: %s and %s are one run, devicepollsimulation-20260101000000001."
                .formatted(first, spelled));
  }

  /** From a link's folder, {@code ..} leads to where the link leads, not to where it is. */
  @Test
  void otherRunsAreOtherRunsHoweverTheyAreSpelled() throws Exception {
    Path elsewhere = folder.resolve("elsewhere");
    StoredExample.in(elsewhere.resolve("first"), 3);
    Files.createSymbolicLink(
        folder.resolve("link"), Files.createDirectories(elsewhere.resolve("x")));
    String another = folder.resolve("link").resolve("..").resolve("first").toString();

    assertThat(execute("compare", first, another)).isZero();

    assertThat(err).isEmpty();
  }

  /** Two machines can begin runs of one class in the same millisecond. */
  @Test
  void runsOfOneNameAreTwoIfTheirRandomIdsDiffer() throws Exception {
    String same = stored("third", 1);
    random(first, "a");
    random(same, "b");

    assertThat(execute("compare", first, same)).isZero();

    random(same, "a");
    assertThat(execute("compare", first, same)).isEqualTo(64);
  }

  private static void random(String run, String uuid) throws IOException {
    Path json = Path.of(run, "run.json");
    Files.writeString(
        json,
        Files.readString(json)
            .replaceFirst("\"uuid\" : (null|\"\\w\")", "\"uuid\" : \"" + uuid + "\""));
  }

  @Test
  void aDamagedFileIsNamedAndTheFiguresAreCompared() throws Exception {
    Files.writeString(Path.of(second, "polls.hlog"), "");

    assertThat(execute("compare", first, second)).isZero();

    assertThat(out)
        .contains("A service p99 [ms]")
        .containsPattern(
            "CAUTION: .*, round 2: polls.hlog is damaged: it has 0 of [\\d,]+ bytes, and 0 of 18"
                + " rows. Its figures come from run.json, and no chart shows that file.");
  }

  @Test
  void oneRunIsNoComparison() {
    assertThat(execute("compare", first)).isEqualTo(64);
    assertThat(err.strip()).isEqualTo("Cannot compare: it takes at least 2 run folders.");
  }

  @Test
  void aRunThatCannotBeReadIsNamed() throws Exception {
    Files.writeString(Path.of(second, "run.json"), "{\"schemaVersion\": 2}");

    assertThat(execute("compare", first, second)).isEqualTo(1);

    assertThat(err.strip())
        .isEqualTo(
            "Cannot compare: " + second + ": run.json is not what a run writes: it is incomplete.");
  }

  @Test
  void runsOfDifferentFleetsAreComparedOnlyByForce() throws Exception {
    Path run = Path.of(second, "run.json");
    Files.writeString(run, Files.readString(run).replace("\"value\" : \"3\"", "\"value\" : \"4\""));

    assertThat(execute("compare", first, second)).isEqualTo(64);
    assertThat(err.strip())
        .startsWith("Cannot compare: the runs differ in devices: 3 (")
        .endsWith("; --force compares them all the same.")
        .hasLineCount(1);

    assertThat(execute("compare", "--force", first, second)).isZero();
    assertThat(out).contains("CAUTION: The runs do not have the same parameters.");
  }

  private int execute(String... args) {
    CommandRun run = CommandRun.of(args);
    out = run.out();
    err = run.err();
    return run.exitCode();
  }
}
