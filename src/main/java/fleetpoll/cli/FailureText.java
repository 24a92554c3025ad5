package fleetpoll.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;

/** Failures as users are told of them: where in the code they came from tells them nothing. */
final class FailureText {

  private FailureText() {}

  /** The file system's exceptions name a file as their whole message. */
  static String sentence(IOException e) {
    return e instanceof FileSystemException fileSystem
        ? "%s (%s)".formatted(fileSystem.getMessage(), e.getClass().getSimpleName())
        : e.getMessage();
  }
}
