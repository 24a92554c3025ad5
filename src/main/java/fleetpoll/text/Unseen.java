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

  private Unseen() {}

  /** The text with {@code \}{@code u00a0} for a no-break space, and so on. */
  public static String escaped(String text) {
    return UNSEEN.matcher(text).replaceAll(found -> Matcher.quoteReplacement(codes(found.group())));
  }

  private static String codes(String characters) {
    return characters
        .chars()
        .mapToObj(character -> String.format("\\u%04x", character))
        .collect(Collectors.joining());
  }
}
