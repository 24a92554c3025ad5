package fleetpoll.app;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.settings.SettingsLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObstaclesTest {

  @TempDir Path folder;

  @Test
  void serversThatDifferOnlyInASecretAreOne() {
    assertThat(alike("http://192.0.2.1/token=a,http://192.0.2.1/token=b"))
        .containsExactly(
            "target: two servers differ only in what is secret, and could not be told apart");
    assertThat(alike("http://192.0.2.1/token=a,http://192.0.2.2/token=b")).isEmpty();
  }

  private static List<String> alike(String targets) {
    Obstacles obstacles = new Obstacles();
    obstacles.addAlike(SettingsLoader.load(Map.of("target", targets), Path.of("")));
    return obstacles.all();
  }

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
