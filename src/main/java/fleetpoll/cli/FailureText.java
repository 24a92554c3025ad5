package fleetpoll.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;

/** Words a failure for users, without the place in the code. */
final class FailureText {

  private FailureText() {}

  /**
   * A sentence about the failure. The file system's exceptions need one: their whole message is the
   * file's name, unless the system gives a reason.
   */
  static String sentence(IOException e) {
    if (e instanceof NoSuchFileException absent) {
      return "there is no " + absent.getFile();
    }
    if (e instanceof AccessDeniedException denied) {
      return "access to %s is denied".formatted(denied.getFile());
    }
    if (e instanceof FileAlreadyExistsException inTheWay) {
      return "%s is in the way: it is no folder".formatted(inTheWay.getFile());
    }
    return e.getMessage() == null ? "the system gives no reason" : e.getMessage();
  }
}
