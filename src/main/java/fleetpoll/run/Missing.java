package fleetpoll.run;

import com.fasterxml.jackson.annotation.JsonCreator;

/**
 * A file of a run's folder that is not there or not whole.
 *
 * @param file its name
 * @param reason in words; null if the failure has no message
 */
public record Missing(String file, String reason) {

  private static final String SEPARATOR = ": ";

  @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
  public Missing {}

  /** Reads the form in {@code run.json} up to schema 2: the file, a colon and the reason. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static Missing ofText(String text) {
    int end = text.indexOf(SEPARATOR);
    return end < 0
        ? new Missing(text, null)
        : new Missing(text.substring(0, end), text.substring(end + SEPARATOR.length()));
  }

  /** The form for readers: the file, a colon and the reason. */
  public String text() {
    return file + SEPARATOR + reason;
  }
}
