package fleetpoll.figure;

/** Makes text from outside safe to be part of a line of Markdown. */
public final class MarkdownText {

  private MarkdownText() {}

  /** Escapes what could begin markup (CommonMark, section 2.4), and keeps the text on one line. */
  public static String of(String text) {
    return OneLine.of(text).replaceAll("[\\\\`*_\\[\\]<>|~#&@]", "\\\\$0");
  }
}
