package fleetpoll.figure;

import java.util.List;

/** Makes text from outside safe to be part of a line of Markdown. */
public final class MarkdownText {

  private MarkdownText() {}

  /** Escapes what could begin markup (CommonMark, section 2.4), and keeps the text on one line. */
  public static String of(String text) {
    return OneLine.of(text).replaceAll("[\\\\`*_\\[\\]<>|~#&@]", "\\\\$0");
  }

  /** Adds a paragraph that is Markdown already. */
  public static void addParagraph(List<String> lines, String paragraph) {
    lines.add("");
    lines.add(paragraph);
  }

  /** Adds cautions from outside, a quotation each. */
  public static void addCautions(List<String> lines, List<String> cautions) {
    cautions.forEach(caution -> addParagraph(lines, "> **Caution:** " + of(caution)));
  }

  /** Adds a list of texts from outside; nothing if there are none. */
  public static void addList(List<String> lines, List<String> items) {
    if (!items.isEmpty()) {
      lines.add("");
      items.forEach(item -> lines.add("- " + of(item)));
    }
  }
}
