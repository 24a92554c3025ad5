package fleetpoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldersTest {

  @TempDir Path folder;

  @Test
  void relativeOnesBeginAtTheProject() {
    Path project = folder.resolve("project");

    assertThat(new Folders(folder, project).convert("target/gatling/run"))
        .isEqualTo(project.resolve("target/gatling/run"));
    assertThat(new Folders(folder, project).convert("/tmp/run")).isEqualTo(Path.of("/tmp/run"));
  }

  @Test
  void whoWorksInTheProjectIsShownWhatWasWritten() {
    assertThat(new Folders(folder, folder).convert("target/run")).isEqualTo(Path.of("target/run"));
    assertThat(Folders.ofThisProcess().convert("target/run")).isEqualTo(Path.of("target/run"));
  }
}
