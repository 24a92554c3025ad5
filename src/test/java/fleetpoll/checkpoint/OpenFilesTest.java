package fleetpoll.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fleetpoll.record.FleetRecorder;
import fleetpoll.run.FleetExamples;
import fleetpoll.settings.FleetSettings;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenFilesTest {

  private static final Path HANDLES = Path.of("/proc/self/fd");

  @TempDir Path folder;

  @Test
  void noHandleIsLeftIfAFileCannotBeMade() throws IOException {
    assumeTrue(Files.isDirectory(HANDLES), "this system does not list its handles");
    Files.createFile(folder.resolve("errors.csv"));
    FleetSettings settings = FleetExamples.fleet(2, Duration.ofSeconds(10), Duration.ofSeconds(1));

    assertThatThrownBy(
            () -> {
              try (OpenFiles files = new OpenFiles()) {
                TimelinePart timeline =
                    new TimelinePart(files, folder, folder, TimelinePart.Settled.NOTHING);
                new DeviceFiles(files, folder, settings, new FleetRecorder(settings), 0, timeline);
              }
            })
        .isInstanceOf(FileAlreadyExistsException.class);

    assertThat(folder.resolve("devices.csv")).exists();
    assertThat(handles()).isEmpty();
  }

  @Test
  void eachIsClosedWhateverTheOthersThrow() throws IOException {
    OpenFiles files = new OpenFiles();
    ForcedFile broken = files.create(folder.resolve("a"));
    ForcedFile other = files.create(folder.resolve("b"));
    broken.close();
    broken.write(1);
    other.write(1);

    assertThatThrownBy(files::close).isInstanceOf(ClosedChannelException.class);

    assertThat(folder.resolve("b")).hasSize(1);
  }

  /** The files in the folder that are open. */
  private List<Path> handles() throws IOException {
    try (Stream<Path> all = Files.list(HANDLES)) {
      return all.map(OpenFilesTest::target).filter(file -> file.startsWith(folder)).toList();
    }
  }

  private static Path target(Path handle) {
    try {
      return Files.readSymbolicLink(handle);
    } catch (IOException closedMeanwhile) {
      return handle;
    }
  }
}
