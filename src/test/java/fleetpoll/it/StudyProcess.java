package fleetpoll.it;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.server.TargetServer;
import fleetpoll.simulation.ConcurrencyStudySimulation;
import fleetpoll.study.StudyFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A concurrency study in a process of its own. */
final class StudyProcess {

  private StudyProcess() {}

  /**
   * Starts one; results and output go to {@code folder}. A cell of a test is too short for the
   * whole compiler.
   */
  static GatlingProcess start(Path folder, String... properties) throws IOException {
    String flags =
        ClassArchive.flagsBelow(
            "-Xmx1g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError");
    return GatlingProcess.start(
        ConcurrencyStudySimulation.class,
        folder,
        Stream.concat(Stream.of("cell.jvm-args=" + flags), Stream.of(properties))
            .toArray(String[]::new));
  }

  /** Starts one of the delays of a server. */
  static GatlingProcess start(Path folder, TargetServer target, String... properties)
      throws IOException {
    return start(
        folder,
        Stream.concat(Stream.of("target=" + target.uri() + "/delay"), Stream.of(properties))
            .toArray(String[]::new));
  }

  /** Runs one to its end, which must be a good one. */
  static StudyFolder run(Path folder, String... properties) throws Exception {
    try (GatlingProcess gatling = start(folder, properties)) {
      assertThat(gatling.exitCode()).as(gatling.toString()).isZero();
      return folderOf(gatling);
    }
  }

  static StudyFolder folderOf(GatlingProcess gatling) throws IOException {
    try (Stream<Path> folders = Files.list(gatling.results())) {
      return folders
          .filter(path -> path.getFileName().toString().startsWith("concurrencystudy-"))
          .map(StudyFolder::new)
          .findFirst()
          .orElseThrow(() -> new AssertionError("no study: " + gatling));
    }
  }

  static List<ProcessHandle> children(GatlingProcess gatling) {
    return ProcessHandle.of(gatling.pid()).orElseThrow().children().toList();
  }
}
