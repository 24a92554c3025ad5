package fleetpoll.run.file;

import java.nio.file.Path;

/** A file or folder that is not whole yet; when it is, it is renamed to where it belongs. */
public final class Part {

  private static final String SUFFIX = ".part";

  private Part() {}

  /** Where what belongs at {@code place} is made: next to it, in the same file system. */
  public static Path of(Path place) {
    return place.resolveSibling(place.getFileName() + SUFFIX);
  }
}
