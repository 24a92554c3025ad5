package fleetpoll.capacity;

import fleetpoll.run.FolderName;
import fleetpoll.run.RunFolder;
import fleetpoll.run.whole.JsonFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The folder that contains a search for a capacity. The runs of its trials are folders of their
 * own, in it or next to it.
 *
 * @param path the folder
 */
public record CapacityFolder(Path path) {

  /** Name of the file that says what the search was; all others follow from it. */
  public static final String CAPACITY = "capacity.json";

  /** Name of the file with a row per trial. */
  public static final String TABLE = "capacity.csv";

  /** Name of the page. */
  public static final String PAGE = "capacity.html";

  /** Name of the text for a pull request. */
  public static final String TEXT = "capacity.md";

  /** A folder in {@code results}, named after an instant; it need not exist. */
  public static CapacityFolder in(Path results, Instant now) {
    return new CapacityFolder(results.resolve(FolderName.of("capacity", now)));
  }

  /** The page. */
  public Path page() {
    return path.resolve(PAGE);
  }

  /** The table. */
  public Path table() {
    return path.resolve(TABLE);
  }

  /** The text. */
  public Path text() {
    return path.resolve(TEXT);
  }

  /** The folder of a trial's run. */
  public RunFolder run(CapacityTrial trial) {
    return new RunFolder(absolute().resolve(trial.folder()).normalize());
  }

  /** The folders of runs that are in it, whether they are trials or not; links do not count. */
  public List<RunFolder> runs() throws IOException {
    try (Stream<Path> files = Files.list(absolute())) {
      return files
          .filter(file -> !Files.isSymbolicLink(file))
          .filter(file -> Files.isRegularFile(file.resolve(RunFolder.RUN)))
          .map(RunFolder::new)
          .toList();
    }
  }

  /** The path from this folder to a file or folder of a run, with slashes. */
  String pathTo(Path ofRun) {
    return absolute().relativize(ofRun.toAbsolutePath().normalize()).toString().replace('\\', '/');
  }

  private Path absolute() {
    return path.toAbsolutePath().normalize();
  }

  /**
   * The search.
   *
   * @throws IOException if there is no readable {@code capacity.json}, it is of another schema, or
   *     lacks something that every search writes
   */
  public Capacity read() throws IOException {
    Capacity capacity = file().read();
    if (Stream.of(
            capacity.id(), capacity.start(), capacity.end(), capacity.claim(), capacity.versions())
        .anyMatch(Objects::isNull)) {
      throw new IOException(CAPACITY + " is not what a search writes: it is incomplete");
    }
    return capacity;
  }

  /**
   * Makes the folder, and writes {@code capacity.json} and the table into it, each over one that
   * may be there. The file is whole at any instant, so a search that is cut short can go on from
   * it.
   */
  public void write(Capacity capacity) throws IOException {
    Files.createDirectories(path);
    file().write(capacity);
    TrialTable.write(capacity, table());
  }

  private JsonFile<Capacity> file() {
    return new JsonFile<>(
        path.resolve(CAPACITY),
        Capacity.class,
        Capacity.SCHEMA_VERSION,
        Capacity.SCHEMA_VERSION,
        "a search for a capacity");
  }
}
