package fleetpoll.settings.capacity;

import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a share from 0 to less than 1: {@code 0}, {@code 1/3} or {@code 0.25}. */
final class Exceed implements Function<String, Double> {

  private static final Pattern SHARE =
      Pattern.compile("([0-9]{1,6})/([0-9]{1,6})|(0?\\.[0-9]{1,6}|0)");

  @Override
  public Double apply(String text) {
    Matcher matcher = SHARE.matcher(text.strip());
    double share = matcher.matches() ? share(matcher) : Double.NaN;
    if (share >= 0 && share < 1) {
      return share;
    }
    throw new IllegalArgumentException("must be a share from 0 to less than 1: 0, 1/3 or 0.25");
  }

  private static double share(Matcher matcher) {
    return matcher.group(3) == null
        ? Double.parseDouble(matcher.group(1)) / Double.parseDouble(matcher.group(2))
        : Double.parseDouble(matcher.group(3));
  }
}
