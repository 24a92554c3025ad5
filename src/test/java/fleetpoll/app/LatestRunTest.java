package fleetpoll.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LatestRunTest {

  @TempDir Path results;

  @Test
  void theLinkLeadsToTheRunThatEndedLast() throws IOException {
    LatestRun.name(results, Files.createDirectory(results.resolve("run-2")));
    LatestRun.name(results, Files.createDirectory(results.resolve("run-1")));

    assertThat(Files.readSymbolicLink(results.resolve("latest"))).hasToString("run-1");
    assertThat(names()).containsExactlyInAnyOrder("run-1", "run-2", "latest");
  }

  @Test
  void theLinkLeadsToARecordElsewhere(@TempDir Path elsewhere) throws IOException {
    LatestRun.name(results, elsewhere);

    assertThat(results.resolve("latest").toRealPath()).isEqualTo(elsewhere.toRealPath());
  }

  @Test
  void whereTheLinkCannotBeAFileNamesTheRun() throws IOException {
    Files.createDirectories(results.resolve("latest").resolve("somebody's"));
    Path run = Files.createDirectory(results.resolve("run-1"));

    LatestRun.name(results, run);

    assertThat(results.resolve("latest.txt")).hasContent(run + "\n");
    assertThat(names()).containsExactlyInAnyOrder("run-1", "latest", "latest.txt");
  }

  private Stream<String> names() throws IOException {
    return Files.list(results).map(path -> path.getFileName().toString());
  }
}
