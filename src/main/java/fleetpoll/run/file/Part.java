package fleetpoll.run.file;

import java.nio.file.Path;
import java.util.UUID;

/** A file or folder that is not whole yet; when it is, it is renamed to where it belongs. */
public final class Part {

  private static final String SUFFIX = ".part";

  private Part() {}

  /** Whether what is there is not whole: it is being made, or whoever made it has died. */
  public static boolean isOne(Path path) {
    return path.getFileName() != null && path.getFileName().toString().endsWith(SUFFIX);
  }

  /** The same place of which nobody else makes use, whatever others have left. */
  public static Path unique(Path place) {
    return of(place.resolveSibling(place.getFileName() + "-" + UUID.randomUUID()));
  }

  /** Where what belongs at {@code place} is made: next to it, in the same file system. */
  public static Path of(Path place) {
    return place.resolveSibling(place.getFileName() + SUFFIX);
  }
}
