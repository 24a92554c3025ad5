package fleetpoll.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the folder that Gatling has made for its run. Gatling does not tell simulations the run's
 * id, so the folder is recognised by its name and age.
 */
final class RunDirectory {

  private final Results results;
  private final String simulation;
  private final FileTime notBefore;

  /**
   * @param results the folder that contains the folders of runs
   * @param simulation the one after which Gatling names the folder
   * @param notBefore an instant before the run began
   */
  RunDirectory(Path results, Class<?> simulation, Instant notBefore) {
    this(() -> results, simulation, notBefore);
  }

  private RunDirectory(Results results, Class<?> simulation, Instant notBefore) {
    this.results = results;
    this.simulation = simulation.getSimpleName().toLowerCase(Locale.ROOT);
    this.notBefore = FileTime.from(notBefore);
  }

  /** Finds the folder that contains the folders of runs, when it is first needed. */
  private interface Results {
    Path path() throws IOException;
  }

  /** The folder of this process's run of {@code simulation}; the run has yet to begin. */
  static RunDirectory ofThisProcess(Class<?> simulation) {
    return new RunDirectory(GatlingArguments::results, simulation, Instant.now());
  }

  /** The newest folder of this simulation that is not older than the run. */
  Optional<Path> find() throws IOException {
    Path path = results.path();
    if (!Files.isDirectory(path)) {
      return Optional.empty();
    }
    try (Stream<Path> folders = Files.list(path)) {
      return folders
          .filter(folder -> folder.getFileName().toString().matches(simulation + "-\\d{17}"))
          .filter(folder -> modified(folder).compareTo(notBefore) >= 0)
          .max(Comparator.comparing(folder -> folder.getFileName().toString()));
    }
  }

  private static FileTime modified(Path folder) {
    try {
      return Files.getLastModifiedTime(folder.resolve("simulation.log"));
    } catch (IOException withoutLog) {
      return FileTime.fromMillis(0);
    }
  }
}
