package fleetpoll.report;

/** Text from outside on a line of the console. */
public final class OneLine {

  private OneLine() {}

  /** A line is a line, and a terminal is not told what to do. */
  public static String of(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ");
  }
}
