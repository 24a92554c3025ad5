package fleetpoll.report;

import fleetpoll.run.DeviceRow;
import fleetpoll.run.ErrorRow;
import fleetpoll.run.Run;
import fleetpoll.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A run as its folder tells it.
 *
 * @param devices empty where {@code devices.csv} is missing
 * @param errors empty where {@code errors.csv} is missing
 * @param missing files that are not there or not whole, each with why
 * @param gatlingReport whether Gatling's own report is there
 */
record StoredRun(
    Run run,
    Optional<List<DeviceRow>> devices,
    Optional<List<ErrorRow>> errors,
    List<String> missing,
    boolean gatlingReport) {

  /** Reads a file of the folder. */
  private interface Reading<T> {
    List<T> rows() throws IOException;
  }

  /**
   * Reads {@code folder}; only {@code run.json} has to be there.
   *
   * @throws IOException when a file that is there cannot be read
   */
  static StoredRun read(RunFolder folder) throws IOException {
    Run run = folder.run();
    if (run.id() == null
        || run.start() == null
        || run.end() == null
        || run.versions() == null
        || run.devices() == null
        || run.endpoints() == null
        || run.parameters() == null
        || run.events() == null
        || run.missing() == null) {
      throw new IOException(RunFolder.RUN + " is not what a run writes: it is incomplete");
    }
    List<String> missing = new ArrayList<>(run.missing());
    return new StoredRun(
        run,
        rows(RunFolder.DEVICES, folder::devices, missing),
        rows(RunFolder.ERRORS, folder::errors, missing),
        List.copyOf(missing),
        Files.exists(folder.gatlingReport()));
  }

  /** What the run itself could not write to its end is not read, even if a part of it is there. */
  private static <T> Optional<List<T>> rows(String file, Reading<T> reading, List<String> missing)
      throws IOException {
    if (missing.stream().anyMatch(known -> known.startsWith(file + ":"))) {
      return Optional.empty();
    }
    try {
      return Optional.of(reading.rows());
    } catch (NoSuchFileException e) {
      missing.add(file + ": not in the folder");
      return Optional.empty();
    }
  }
}
