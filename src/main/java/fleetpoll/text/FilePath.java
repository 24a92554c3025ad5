package fleetpoll.text;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Makes paths of what a user wrote. */
public final class FilePath {

  /** What Java puts in place of bytes that the locale's encoding does not know. */
  private static final char LOST = '\ufffd';

  private static final String OTHER_LETTERS =
      "the locale (LC_ALL, LANG) cannot express some of its letters; set one such as"
          + " LC_ALL=C.UTF-8, or use a path without them: a relative one, or that of a link";

  private FilePath() {}

  /**
   * @param what it shall be the path of, such as {@code a file}
   * @throws IllegalArgumentException if it is no path, with a sentence's end that says why
   */
  public static Path of(String written, String what) {
    try {
      return Path.of(written);
    } catch (InvalidPathException e) {
      String why = isAscii(written) ? e.getReason() : OTHER_LETTERS;
      throw new IllegalArgumentException("must be the path of %s: %s".formatted(what, why), e);
    }
  }

  /** The end of a sentence that says there is no such file; perhaps its name got lost. */
  public static String missing(String written, String sentence) {
    return written.indexOf(LOST) < 0 ? sentence : sentence + ": " + OTHER_LETTERS;
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 128);
  }
}
