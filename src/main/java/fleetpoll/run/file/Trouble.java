package fleetpoll.run.file;

import fleetpoll.text.Reason;
import java.io.IOException;
import java.util.Optional;

/** What there is to tell of a file that cannot be written: each thing once. */
final class Trouble {

  private boolean toldWaiting;
  private boolean toldLost;

  /**
   * What has not been told yet; it continues a sentence that begins with the file's name.
   *
   * @param failure of the last attempt to write; null if there was none
   * @param isLosing whether no more lines can wait
   */
  Optional<String> next(IOException failure, boolean isLosing) {
    if (isLosing && !toldLost) {
      toldLost = true;
      return Optional.of(
          "contains no more of the run from here on: it could not be written for long%s."
              .formatted(why(failure)));
    }
    if (failure != null && !isLosing && !toldWaiting) {
      toldWaiting = true;
      return Optional.of(
          "cannot be written%s. What belongs there waits in memory.".formatted(why(failure)));
    }
    return Optional.empty();
  }

  private static String why(IOException failure) {
    return failure == null ? "" : " (%s)".formatted(Reason.of(failure));
  }
}
