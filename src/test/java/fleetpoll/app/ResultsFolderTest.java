package fleetpoll.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsFolderTest {

  @TempDir Path folder;

  @Test
  void isMadeAndLeftEmpty() {
    Path results = folder.resolve("with blanks").resolve("gatling");

    assertThat(new ResultsFolder(results).obstacle()).isEmpty();
    assertThat(results).isEmptyDirectory();
  }

  @Test
  void aFileIsNone() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    assertRefused(file, file + " cannot be written (it is a file)");
  }

  @Test
  void aFileAboveItIsToldInWords() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    assertRefused(file.resolve("gatling"), "cannot be written (Not a directory)");
  }

  /** No user can write there, root included. */
  @Test
  void aFileSystemThatTakesNoFolderIsRefused() {
    assertRefused(
        Path.of("/proc/fleetpoll"), "/proc/fleetpoll cannot be written (no folder can be made");
    assertRefused(Path.of("/proc"), "/proc cannot be written (no folder can be made");
  }

  private static void assertRefused(Path results, String reason) {
    assertThat(new ResultsFolder(results).obstacle())
        .hasValueSatisfying(
            sentence ->
                assertThat(sentence)
                    .contains(reason)
                    .endsWith(
                        "name another one: -Dgatling.resultsFolder=<folder> for Maven, -rf"
                            + " <folder> for Gatling.")
                    .doesNotContain("Exception"));
  }
}
