package fleetpoll.run.whole;

import fleetpoll.figure.Numbers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * What belongs in a file of a stored run or study, as it was when it was written.
 *
 * @param name of the file
 * @param bytes its length
 * @param rows without the header; of a log of histograms, how many histograms
 * @param polls of a log of histograms, how many durations its histograms contain together, by
 *     endpoint and measure; null of other files
 */
public record StoredFile(String name, long bytes, long rows, Map<String, Map<String, Long>> polls) {

  /** What a file contains that has just been written. */
  public static StoredFile of(Path path, long rows) throws IOException {
    return of(path, rows, null);
  }

  /** The same of a log of histograms. */
  public static StoredFile of(Path path, long rows, Map<String, Map<String, Long>> polls)
      throws IOException {
    return new StoredFile(path.getFileName().toString(), Files.size(path), rows, polls);
  }

  /**
   * Requires the length that was written.
   *
   * @param folder that contains the file
   * @throws DamagedFile if it is shorter or longer, with how far it goes
   * @throws IOException if it is not there or cannot be looked at
   */
  public void check(Path folder) throws IOException {
    Path path = folder.resolve(name);
    long found = Files.size(path);
    if (found != bytes) {
      throw new DamagedFile(path, lengths(found, StoredRows.count(path)));
    }
  }

  /**
   * The same of a file that may have grown since.
   *
   * @throws DamagedFile if it is shorter
   */
  public void checkStart(Path folder) throws IOException {
    if (Files.size(folder.resolve(name)) < bytes) {
      check(folder);
    }
  }

  /**
   * Requires the number of rows that was written.
   *
   * @param found how many were read
   * @throws DamagedFile if there are fewer or more
   */
  public void checkRows(Path folder, long found) throws DamagedFile {
    if (found != rows) {
      throw new DamagedFile(
          folder.resolve(name), "it has %s instead of %s".formatted(counted(found), count(rows)));
    }
  }

  private String lengths(long found, StoredRows there) {
    String part = there.endsInRow() ? " and a part of one" : "";
    return found < bytes
        ? "it has %s of %s bytes, and %s of %s%s"
            .formatted(count(found), count(bytes), count(there.whole()), counted(rows), part)
        : "it has %s bytes instead of %s, and %s%s instead of %s"
            .formatted(count(found), count(bytes), counted(there.whole()), part, count(rows));
  }

  private static String counted(long number) {
    return Numbers.counted(number, "row");
  }

  private static String count(long number) {
    return Numbers.count(number);
  }
}
