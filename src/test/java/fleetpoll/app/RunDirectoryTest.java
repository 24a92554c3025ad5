package fleetpoll.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunDirectoryTest {

  private static final String STAMP = "-\\d{17}";

  @TempDir Path folder;

  private Path results;
  private Path openFiles;

  @BeforeEach
  void prepare() throws IOException {
    results = Files.createDirectory(folder.resolve("results with blanks"));
    openFiles = Files.createDirectory(folder.resolve("fd"));
  }

  @Test
  void theOpenLogTellsTheFolderWhateverTheOthersAreCalled() throws IOException {
    RunDirectory directory = directory(openFiles);
    Path own = run("nightpoll-20200101000000000");
    run("night_poll-20990101000000000");
    open(3, own.resolve("simulation.log"));
    open(4, folder);
    Files.createFile(openFiles.resolve("5"));

    assertThat(directory.find()).isEmpty();
    assertThat(directory.locate()).isEqualTo(own);
    assertThat(directory.find()).contains(own);
  }

  @Test
  void aLogThatWasOpenBeforeIsAnotherRuns() throws IOException {
    open(3, run("before").resolve("simulation.log"));
    RunDirectory directory = directory(openFiles);
    Path own = run("own");
    open(4, own.resolve("simulation.log"));

    assertThat(directory.locate()).isEqualTo(own);
  }

  @Test
  void withoutAnOpenLogTheRunMakesAFolder() throws IOException {
    RunDirectory directory = directory(openFiles);
    run("night_poll-20990101000000000");

    Path own = directory.locate();

    assertThat(own).isDirectory().hasParent(results);
    assertThat(own.getFileName().toString()).matches("night_poll" + STAMP);
    assertThat(directory.locate()).isEqualTo(own);
  }

  @Test
  void whereOpenFilesAreNotShownTheOneNewFolderIsTheRuns() throws IOException {
    run("older-20990101000000000");
    RunDirectory directory = directory(folder.resolve("none"));
    Path own = run("own");
    Files.createDirectory(results.resolve("compare"));

    assertThat(directory.locate()).isEqualTo(own);
  }

  @Test
  void ofTwoNewFoldersNoneIsGuessed() throws IOException {
    RunDirectory directory = directory(folder.resolve("none"));
    Path one = run("night_poll-20260101000000000");
    Path other = run("night_poll-20260101000000001");

    assertThat(directory.locate()).isNotIn(one, other).isDirectory().hasParent(results);
  }

  @Test
  void twoProcessesNeverShareAFolder() throws IOException {
    RunDirectory first = directory(openFiles);
    RunDirectory second = directory(openFiles);
    Path gatlings = run("night_poll-20260101000000000");
    open(4, gatlings.resolve("simulation.log"));

    assertThat(first.locate()).isEqualTo(gatlings);
    assertThat(second.locate()).isNotEqualTo(gatlings).isDirectory().hasParent(results);
  }

  private RunDirectory directory(Path open) {
    return new RunDirectory(() -> results, "Night_Poll", open);
  }

  private Path run(String name) throws IOException {
    Path run = Files.createDirectory(results.resolve(name));
    Files.createFile(run.resolve("simulation.log"));
    return run;
  }

  private void open(int number, Path file) throws IOException {
    Files.createSymbolicLink(openFiles.resolve(Integer.toString(number)), file);
  }
}
