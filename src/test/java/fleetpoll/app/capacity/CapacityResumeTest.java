package fleetpoll.app.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.app.Obstacles;
import fleetpoll.capacity.Capacity;
import fleetpoll.capacity.CapacityExamples;
import fleetpoll.capacity.CapacityFolder;
import fleetpoll.config.Parameter;
import fleetpoll.run.Copies;
import fleetpoll.run.Versions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CapacityResumeTest {

  private static final Capacity BEFORE = CapacityExamples.threeServers();

  @TempDir Path directory;

  private final Obstacles obstacles = new Obstacles();
  private CapacityFolder folder;

  @BeforeEach
  void store() throws IOException {
    folder = SearchExamples.stored(directory);
  }

  private Optional<Capacity> read(
      List<String> targets, Versions versions, List<Parameter> parameters) {
    return new CapacityResume(folder.path()).read(targets, versions, parameters, obstacles);
  }

  private void isRefused(String why) {
    assertThat(obstacles.all())
        .containsExactly("capacity.resume: the search in %s %s".formatted(folder.path(), why));
  }

  @Test
  void goesOnWithTheSame() {
    assertThat(read(BEFORE.targets(), BEFORE.versions(), BEFORE.parameters())).contains(BEFORE);
    assertThat(obstacles.all()).isEmpty();
  }

  @Test
  void refusesAnotherMachineOrFleetpoll() {
    Versions other = Copies.with(BEFORE.versions(), "cores", 4.0);

    assertThat(read(BEFORE.targets(), other, BEFORE.parameters())).isEmpty();
    isRefused(
        "was made elsewhere: machine was an unknown processor, 2 cores, an OS and is an unknown"
            + " processor, 4 cores, an OS");
  }

  @Test
  void refusesOtherTargetsAndParameters() {
    List<Parameter> others =
        Stream.concat(
                BEFORE.parameters().stream(),
                Stream.of(new Parameter("targets.channels", "{}", "p.conf:2", "other")))
            .toList();

    assertThat(read(List.of("falcon"), BEFORE.versions(), others)).isEmpty();
    isRefused(
        "was made with other parameters: target was falcon,channels,<b>|*1*</b> and is falcon,"
            + " targets.channels was not set and is {}");
  }

  @Test
  void refusesASearchThatIsStillUnderWay() throws IOException {
    assertThat(SearchLock.take(folder)).isTrue();

    assertThat(read(BEFORE.targets(), BEFORE.versions(), BEFORE.parameters())).isEmpty();
    isRefused("is still under way");
  }

  @Test
  void makesNoFolderOfAMistake() {
    folder = new CapacityFolder(directory.resolve("none"));

    assertThat(read(BEFORE.targets(), BEFORE.versions(), BEFORE.parameters())).isEmpty();
    assertThat(obstacles.all()).singleElement().asString().contains("contains no search");
    assertThat(folder.path()).doesNotExist();
  }
}
