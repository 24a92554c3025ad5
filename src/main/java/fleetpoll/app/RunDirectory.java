package fleetpoll.app;

import fleetpoll.run.FolderName;
import fleetpoll.run.unfinished.CheckpointFolder;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotLinkException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The folder of this process's run. Gatling does not tell simulations where it is, but has its log
 * open in this very process: the folder is that of the log, whatever its name and age. An operating
 * system that does not show open files shows the folder that was not there before. If there is no
 * such folder or more than one, the run makes a folder of its own next to Gatling's.
 */
final class RunDirectory {

  private static final String LOG = "simulation.log";

  /** Linux has a link there to each open file of the process that looks. */
  private static final Path OPEN_FILES = Path.of("/proc/self/fd");

  private final Results results;
  private final String simulation;
  private final Path openFiles;
  private final Set<Path> before;
  private volatile Path folder;

  /** Finds the folder that contains the folders of runs, when it is first needed. */
  interface Results {
    Path path() throws IOException;
  }

  /**
   * To be made before Gatling opens its log.
   *
   * @param simulation the name of its class
   * @param openFiles contains links to the open files of this process, if there is such a folder
   */
  RunDirectory(Results results, String simulation, Path openFiles) {
    this.results = results;
    this.simulation = simulation.toLowerCase(Locale.ROOT);
    this.openFiles = openFiles;
    this.before = candidates();
  }

  /** The folder of this process's run of {@code simulation}; the run has yet to begin. */
  static RunDirectory ofThisProcess(Class<?> simulation) {
    return new RunDirectory(GatlingArguments::results, simulation.getSimpleName(), OPEN_FILES);
  }

  /**
   * Finds the folder for good. To be called while Gatling has its log open; later calls return the
   * same.
   *
   * @throws IOException if the run has to make a folder of its own and cannot
   */
  synchronized Path locate() throws IOException {
    if (folder == null) {
      Set<Path> made = candidates();
      made.removeAll(before);
      folder = made.size() == 1 && isFree(made.iterator().next()) ? made.iterator().next() : own();
    }
    return folder;
  }

  /** Empty until the folder has been located. */
  Optional<Path> find() {
    return Optional.ofNullable(folder);
  }

  private Set<Path> candidates() {
    Set<Path> candidates = new HashSet<>();
    try {
      if (Files.isDirectory(openFiles)) {
        addOpen(candidates);
      } else {
        addAll(candidates);
      }
    } catch (IOException | RuntimeException unreadable) {
      // Then this run has a folder of its own.
      candidates.clear();
    }
    return candidates;
  }

  private void addOpen(Set<Path> candidates) throws IOException {
    try (DirectoryStream<Path> links = Files.newDirectoryStream(openFiles)) {
      for (Path link : links) {
        try {
          Path file = Files.readSymbolicLink(link);
          if (file.endsWith(LOG) && Files.isRegularFile(file)) {
            candidates.add(file.getParent());
          }
        } catch (NoSuchFileException | NotLinkException closedMeanwhile) {
          // The link of this very listing is among them.
        }
      }
    }
  }

  private void addAll(Set<Path> candidates) throws IOException {
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(results.path())) {
      for (Path each : folders) {
        if (Files.isRegularFile(each.resolve(LOG)) && !Files.isSymbolicLink(each)) {
          candidates.add(each.toAbsolutePath().normalize());
        }
      }
    } catch (NoSuchFileException noRunYet) {
      // Gatling makes it.
    }
  }

  /** Gatling's runs of the same millisecond share a folder. */
  private static boolean isFree(Path folder) throws IOException {
    return CheckpointFolder.of(folder).claim();
  }

  private Path own() throws IOException {
    Path parent = Files.createDirectories(results.path().toAbsolutePath().normalize());
    for (Instant now = Instant.now(); ; now = now.plus(Duration.ofMillis(1))) {
      try {
        Path own = Files.createDirectory(parent.resolve(FolderName.of(simulation, now)));
        CheckpointFolder.of(own).claim();
        return own;
      } catch (FileAlreadyExistsException ofAnotherRun) {
        // The next name may be free.
      }
    }
  }
}
