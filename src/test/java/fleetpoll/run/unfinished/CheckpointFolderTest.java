package fleetpoll.run.unfinished;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointFolderTest {

  @TempDir Path run;

  private CheckpointFolder folder;

  @BeforeEach
  void prepare() {
    folder = CheckpointFolder.of(run);
  }

  @Test
  void oneProcessGetsIt() throws Exception {
    assertThat(folder.newest()).isEmpty();

    assertThat(folder.claim()).isTrue();
    assertThat(folder.claim()).isFalse();
  }

  @Test
  void aHalfWrittenCheckpointIsNone() throws Exception {
    folder.claim();
    Files.writeString(folder.begin(1).resolve("run.json"), "{}");
    assertThat(folder.newest()).isEmpty();

    folder.commit(1);
    Files.writeString(folder.begin(2).resolve("run.json"), "{");

    assertThat(folder.newest()).contains(folder.path().resolve("1"));
  }

  @Test
  void aPowerCutFindsACheckpointWithAllItsFilesOrNone() throws Exception {
    folder.claim();
    Files.writeString(folder.begin(1).resolve("run.json"), "{}");
    List<String> onTheDisk = new ArrayList<>();

    folder.commit(1, each -> onTheDisk.addAll(entries(each)));

    assertThat(onTheDisk)
        .containsExactly("1.part/run.json", "checkpoint/1", run.getFileName() + "/checkpoint");
  }

  private static List<String> entries(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(each -> folder.getFileName() + "/" + each.getFileName()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void theNewestReplacesTheOthersByNumberAndNotByName() throws Exception {
    folder.claim();
    for (int number = 9; number <= 10; number++) {
      Files.writeString(folder.begin(number).resolve("run.json"), "{}");
      folder.commit(number);
    }

    assertThat(folder.newest()).contains(folder.path().resolve("10"));
    assertThat(folder.path()).isDirectoryContaining(each -> each.endsWith("10"));
    assertThat(folder.path().resolve("9")).doesNotExist();
  }

  @Test
  void whatAnAbandonedOneHasLeftIsReplaced() throws Exception {
    folder.claim();
    Files.writeString(folder.begin(1).resolve("run.json"), "{");

    assertThat(folder.begin(1)).isEmptyDirectory();

    folder.abandon(1);
    assertThat(folder.path()).isEmptyDirectory();
    folder.remove();
    assertThat(run).isEmptyDirectory();
  }
}
