package fleetpoll.settings;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The ratio between the polls of two endpoints.
 *
 * @param shares of the two endpoints; empty if there is no mix
 */
record Mix(List<Share> shares) {

  private static final Pattern RATIO = Pattern.compile("([0-9]{1,7})\\s*:\\s*([0-9]{1,7})");

  /**
   * Reads {@code a:b} or {@code none}.
   *
   * @throws IllegalArgumentException saying what is allowed
   */
  static Mix parse(String text) {
    if (text.strip().equals("none")) {
      return new Mix(List.of());
    }
    Matcher matcher = RATIO.matcher(text.strip());
    if (matcher.matches()) {
      int first = Integer.parseInt(matcher.group(1));
      int second = Integer.parseInt(matcher.group(2));
      int more = Math.max(first, second);
      if (Math.min(first, second) > 0 && more <= Share.MAX_DENOMINATOR) {
        return new Mix(List.of(Share.of(first, more), Share.of(second, more)));
      }
    }
    throw new IllegalArgumentException(
        "must be a:b, two whole numbers from 1 to 1,000,000 such as 10:1, or none");
  }
}
