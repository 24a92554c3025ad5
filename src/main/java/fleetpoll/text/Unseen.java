package fleetpoll.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Makes characters visible that a reader of a message cannot see, or that a terminal obeys: control
 * and format characters, and blanks other than the space.
 */
public final class Unseen {

  private static final Pattern UNSEEN = Pattern.compile("[\\p{C}\\p{Z}&&[^ ]]");

  /** What a terminal obeys, except for line breaks and tabs. */
  private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}&&[^\n\t]]");

  private Unseen() {}

  /** The text with {@code \}{@code u00a0} for a no-break space, and so on. */
  public static String escaped(String text) {
    return escaped(UNSEEN, text);
  }

  /** The same for control characters only, except for line breaks and tabs. */
  public static String escapedControls(String text) {
    return escaped(CONTROLS, text);
  }

  private static String escaped(Pattern unseen, String text) {
    // Nearly every text is plain, and there is one in every cell of the largest files.
    return isPlain(text)
        ? text
        : unseen.matcher(text).replaceAll(found -> Matcher.quoteReplacement(codes(found.group())));
  }

  /** A loop: a stream takes many times as long. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
        return false;
      }
    }
    return true;
  }

  private static String codes(String characters) {
    return characters
        .chars()
        .mapToObj(character -> String.format("\\u%04x", character))
        .collect(Collectors.joining());
  }
}
