package fleetpoll.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;

/** Words a failure for users, without the place in the code. */
final class FailureText {

  private FailureText() {}

  /**
   * A sentence about the failure. The file system's exceptions need one: their whole message is the
   * file's name.
   */
  static String sentence(IOException e) {
    return e instanceof FileSystemException fileSystem
        ? "%s (%s)".formatted(fileSystem.getMessage(), e.getClass().getSimpleName())
        : e.getMessage();
  }
}
