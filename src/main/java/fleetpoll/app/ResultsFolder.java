package fleetpoll.app;

import fleetpoll.text.Reason;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The folder in which Gatling makes the folder of a run. Gatling finds out too late that it cannot:
 * with a stack trace, and after the target's start.
 */
record ResultsFolder(Path path) {

  /**
   * That of the runs of this process.
   *
   * @throws IllegalStateException if Gatling's arguments cannot be read
   */
  static ResultsFolder ofThisProcess() {
    try {
      return new ResultsFolder(GatlingArguments.results());
    } catch (IOException e) {
      throw new IllegalStateException("Gatling's arguments cannot be read: " + Reason.of(e), e);
    }
  }

  /** Why no run's folder can be made there, as a sentence; empty if one can. Makes the folder. */
  Optional<String> obstacle() {
    return unwritable()
        .map(
            why ->
                ("The results folder %s cannot be written (%s); name another one:"
                        + " -Dgatling.resultsFolder=<folder> for Maven, -rf <folder> for Gatling.")
                    .formatted(path.toAbsolutePath(), why));
  }

  /** Why no folder can be made there, in a few words; empty if one can. Makes the folder. */
  Optional<String> unwritable() {
    try {
      Files.createDirectories(path);
      Files.delete(Files.createTempDirectory(path, ".fleetpoll-"));
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(why(e));
    }
  }

  private static String why(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof FileAlreadyExistsException || e instanceof NotDirectoryException) {
      return "it is a file";
    }
    if (e instanceof NoSuchFileException) {
      return "no folder can be made there";
    }
    return e instanceof FileSystemException cause && cause.getReason() != null
        ? cause.getReason()
        : Reason.of(e);
  }
}
