package fleetpoll.gatling;

import fleetpoll.figure.Numbers;
import java.util.regex.Pattern;

/**
 * A text in which a regular expression is searched, as long as the search reads no more than a
 * number of characters: some expressions would go back and forth for ever, and their event loop's
 * other devices wait meanwhile. Belongs to one thread.
 */
final class RegexSearch implements CharSequence {

  /** Some 100 ms. */
  private static final int MOST_STEPS = 10_000_000;

  private static final class TooManySteps extends RuntimeException {

    private static final long serialVersionUID = 1;

    private TooManySteps() {
      super(null, null, false, false);
    }
  }

  private final String text;
  private int steps;

  private RegexSearch(String text) {
    this.text = text;
  }

  /** Why the expression does not match in the text; null if it does. */
  static String fault(Pattern regex, String text) {
    try {
      return regex.matcher(new RegexSearch(text)).find()
          ? null
          : "the body does not match the regex " + regex;
    } catch (TooManySteps e) {
      return "the regex %s takes more than %s steps on a body of %s characters"
          .formatted(regex, Numbers.count(MOST_STEPS), Numbers.count(text.length()));
    } catch (StackOverflowError e) {
      return "the regex %s needs too deep a stack on a body of %s characters"
          .formatted(regex, Numbers.count(text.length()));
    }
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public char charAt(int index) {
    if (++steps > MOST_STEPS) {
      throw new TooManySteps();
    }
    return text.charAt(index);
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.subSequence(start, end);
  }

  @Override
  public String toString() {
    return text;
  }
}
