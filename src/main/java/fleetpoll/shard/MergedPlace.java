package fleetpoll.shard;

import fleetpoll.run.FolderName;
import fleetpoll.run.Run;
import fleetpoll.run.file.FolderTree;
import fleetpoll.run.file.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a merged run is written.
 *
 * @param path of its folder, absolute
 */
record MergedPlace(Path path) {

  /** Writes a run into a folder. */
  interface Writer {
    /** Into this one, which is there. */
    Run write(Path folder) throws IOException;
  }

  /**
   * The folder that was asked for, or one next to what is merged.
   *
   * @param first of the folders that were given
   */
  static MergedPlace of(Optional<Path> to, Path first, Instant now) {
    Path given = first.toAbsolutePath().normalize();
    Path parent = given.getParent() == null ? given : given.getParent();
    return new MergedPlace(
        to.map(path -> path.toAbsolutePath().normalize())
            .orElseGet(() -> parent.resolve(FolderName.of("merged", now))));
  }

  /** Why the run cannot be written there, a sentence without its end; empty if it can be. */
  Optional<String> taken() throws IOException {
    if (!Files.exists(path)) {
      return Optional.empty();
    }
    if (!Files.isDirectory(path)) {
      return Optional.of(path + " is no folder");
    }
    try (Stream<Path> content = Files.list(path)) {
      return content.findAny().map(any -> path + " is not empty");
    }
  }

  /** Makes the folder elsewhere, and moves it here when it is whole; otherwise nothing is left. */
  Run make(Writer writer) throws IOException {
    Path part = Part.unique(path);
    try {
      Files.createDirectories(part);
      Run run = writer.write(part);
      Files.move(part, path, StandardCopyOption.ATOMIC_MOVE);
      return run;
    } finally {
      FolderTree.delete(part);
    }
  }
}
