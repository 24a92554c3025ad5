package fleetpoll.shard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GivenFoldersTest {

  @TempDir Path folder;

  private Path run(String name) throws IOException {
    Path run = Files.createDirectories(folder.resolve(name));
    Files.createFile(run.resolve("run.json"));
    return run;
  }

  @Test
  void aRunStandsForItselfAndNotForItsCheckpoint() throws IOException {
    Path run = run("a");
    run("a/checkpoint");

    assertThat(GivenFolders.ofRuns(List.of(run))).containsExactly(run);
    assertThat(GivenFolders.ofRuns(List.of(folder))).containsExactly(run);
  }

  @Test
  void aFolderOfShardsStandsForTheRunsOfEach() throws IOException {
    Path second = run("monday/shard-1/run");
    Path first = run("monday/shard-0/run");
    Files.createSymbolicLink(folder.resolve("monday/shard-0/latest"), Path.of("run"));
    Path other = run("tuesday");

    assertThat(GivenFolders.ofRuns(List.of(other, folder.resolve("monday"))))
        .containsExactly(other, first, second);
  }

  @Test
  void aFolderWithoutRunsIsLeftForTheMergeToRefuse() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Path absent = folder.resolve("absent");

    assertThat(GivenFolders.ofRuns(List.of(empty, absent))).containsExactly(empty, absent);
  }
}
