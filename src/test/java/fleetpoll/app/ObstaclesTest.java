package fleetpoll.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObstaclesTest {

  @TempDir Path folder;

  @Test
  void aFolderThatCannotBeWrittenIsOne() throws Exception {
    Obstacles obstacles = new Obstacles();
    obstacles.addFolder("capacity.resume", folder);
    assertThat(obstacles.all()).isEmpty();
    Path file = Files.createFile(folder.resolve("file"));
    obstacles.addFolder("capacity.resume", file);
    assertThat(obstacles.all())
        .containsExactly("capacity.resume: " + file + " cannot be written (it is a file)");
  }
}
