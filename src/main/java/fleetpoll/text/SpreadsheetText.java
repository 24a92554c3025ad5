package fleetpoll.text;

import java.util.regex.Pattern;

/**
 * Text as it may be in a cell of a CSV file that somebody opens in a spreadsheet, or prints on a
 * terminal. A spreadsheet would take what begins like a formula for one, so an apostrophe precedes
 * it. {@link #original} undoes that. Control characters become visible, and stay so: nothing that
 * Fleetpoll names contains one.
 */
public final class SpreadsheetText {

  /** The last four are the wide forms of the first, which some spreadsheets also obey. */
  private static final String FORMULA = "'*[=+\\-@\\t\\r\\n\uff1d\uff0b\uff0d\uff20]";

  private static final Pattern FORMULA_LIKE = Pattern.compile("(?s)" + FORMULA + ".*");
  private static final Pattern MADE_SAFE = Pattern.compile("(?s)'" + FORMULA + ".*");

  private SpreadsheetText() {}

  /** The text of the cell. */
  public static String safe(String text) {
    String shown = Unseen.escapedControls(text);
    if (!shown.isEmpty() && Character.isLetterOrDigit(shown.charAt(0))) {
      return shown;
    }
    return FORMULA_LIKE.matcher(shown).matches() ? "'" + shown : shown;
  }

  /** The text that {@link #safe} made into this one, but for control characters. */
  public static String original(String cell) {
    // Few cells begin like this, and the pattern would cost each of them.
    return cell.startsWith("'") && MADE_SAFE.matcher(cell).matches() ? cell.substring(1) : cell;
  }
}
