package fleetpoll.app;

import fleetpoll.run.file.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * {@code latest}, next to the folders of runs: a link to the record of the newest finished run. If
 * links cannot be made, {@code latest.txt} contains the path.
 */
final class LatestRun {

  private static final String LINK = "latest";
  private static final String TEXT = "latest.txt";

  private LatestRun() {}

  /**
   * Names the newest finished run. Of runs that end at once the last one to call this is named.
   *
   * @param results contains the folders of runs
   * @param record where that of the run is
   */
  static void name(Path results, Path record) throws IOException {
    try {
      link(results, record);
      Files.deleteIfExists(results.resolve(TEXT));
    } catch (IOException | UnsupportedOperationException withoutLinks) {
      write(results, record);
    }
  }

  /** Nobody ever sees no link: another is made next to it and renamed. */
  private static void link(Path results, Path record) throws IOException {
    Path part = part(results, LINK, record);
    Files.deleteIfExists(part);
    // A relative link survives a move of the results.
    Path target = results.equals(record.getParent()) ? record.getFileName() : record;
    replace(Files.createSymbolicLink(part, target), results.resolve(LINK));
  }

  private static void write(Path results, Path record) throws IOException {
    byte[] text = (record + "\n").getBytes(StandardCharsets.UTF_8);
    replace(Files.write(part(results, TEXT, record), text), results.resolve(TEXT));
  }

  /** Named after the run, so that no other run writes the same. */
  private static Path part(Path results, String name, Path record) {
    return Part.of(results.resolve(name + "." + record.getFileName()));
  }

  private static void replace(Path part, Path file) throws IOException {
    try {
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      Files.deleteIfExists(part);
      throw e;
    }
  }
}
