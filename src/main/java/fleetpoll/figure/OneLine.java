package fleetpoll.figure;

/** Makes text from outside safe to print on one line of the console. */
public final class OneLine {

  private OneLine() {}

  /** The text without line breaks and without control characters that a terminal would obey. */
  public static String of(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ");
  }
}
