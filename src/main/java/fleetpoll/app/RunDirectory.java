package fleetpoll.app;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the folder that Gatling has made for its run. Gatling tells simulations neither its results
 * folder nor the run's id, so the one is read from its command line and the other recognised by its
 * name and age.
 */
final class RunDirectory {

  private static final String RESULTS_OPTION = "-rf";
  private static final String PLUGIN_ARGUMENTS = "META-INF/args.txt";
  private static final Path PLUGIN_RESULTS = Path.of("target", "gatling");

  private final Results results;
  private final String simulation;
  private final FileTime notBefore;

  /**
   * @param results where the folders of runs lie
   * @param simulation after which Gatling names the folder
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

  /** Where the folders of runs lie, as soon as it is asked for. */
  private interface Results {
    Path path() throws IOException;
  }

  /** The folder of the run of {@code simulation} in this process, which has yet to begin. */
  static RunDirectory ofThisProcess(Class<?> simulation) {
    return new RunDirectory(RunDirectory::resultsOfThisProcess, simulation, Instant.now());
  }

  /** Where Gatling puts the folders of this process's runs. */
  static Path resultsOfThisProcess() throws IOException {
    List<String> arguments = argumentsOfThisProcess();
    int option = arguments.lastIndexOf(RESULTS_OPTION);
    return option >= 0 && option + 1 < arguments.size()
        ? Path.of(arguments.get(option + 1))
        : PLUGIN_RESULTS;
  }

  /**
   * The Maven plugin hands the arguments over in a file on the class path. Elsewhere the JVM's own
   * record of its command is read: the operating system's is cut where a class path is long.
   */
  private static List<String> argumentsOfThisProcess() throws IOException {
    try (InputStream file = ClassLoader.getSystemResourceAsStream(PLUGIN_ARGUMENTS)) {
      return file == null
          ? List.of(jvmProperty("sun.java.command").split(" "))
          : new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  private static String jvmProperty(String name) {
    return ManagementFactory.getRuntimeMXBean().getSystemProperties().getOrDefault(name, "");
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
