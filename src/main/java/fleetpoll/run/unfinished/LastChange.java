package fleetpoll.run.unfinished;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** When a run last added something to its folder. */
final class LastChange {

  /** The run's data and its checkpoints; pages that are drawn meanwhile do not count. */
  private static final String FILES = "{*.csv,*.json,checkpoint}";

  private LastChange() {}

  /** {@link Instant#MIN} if that cannot be known. */
  static Instant of(Path run) {
    Instant last = Instant.MIN;
    try (DirectoryStream<Path> files = Files.newDirectoryStream(run, FILES)) {
      for (Path file : files) {
        Instant changed = Files.getLastModifiedTime(file).toInstant();
        last = changed.isAfter(last) ? changed : last;
      }
    } catch (IOException deletedMeanwhile) {
      // What is known by now has to do.
    }
    return last;
  }
}
