package fleetpoll.http.encoding;

import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills the {@code #{name}} of a text.
 *
 * @param values by name; null: there is none
 */
public record Filling(Function<String, String> values) {

  private static final Pattern PLACEHOLDER = Pattern.compile("#\\{([^}]*)}");

  public static boolean hasPlaceholder(String text) {
    return PLACEHOLDER.matcher(text).find();
  }

  /** The text with the values as they are. */
  public String raw(String text) {
    return fill(text, UnaryOperator.identity(), UnaryOperator.identity());
  }

  /**
   * The text with each value percent-encoded.
   *
   * @param written encodes the text around the placeholders
   */
  public String encoded(String text, UnaryOperator<String> written) {
    return fill(text, written, PercentEncoding::data);
  }

  /**
   * A path with each value percent-encoded. A segment that values have made to {@code .} or {@code
   * ..} stays a segment of its own: its dots are encoded.
   */
  public String path(String path) {
    StringBuilder filled = new StringBuilder();
    for (String segment : path.split("/", -1)) {
      String own = encoded(segment, PercentEncoding::path);
      boolean isDots = own.equals(".") || own.equals("..");
      filled.append('/').append(isDots && hasPlaceholder(segment) ? own.replace(".", "%2E") : own);
    }
    return filled.substring(1);
  }

  private String fill(String text, UnaryOperator<String> around, UnaryOperator<String> value) {
    StringBuilder filled = new StringBuilder();
    Matcher matcher = PLACEHOLDER.matcher(text);
    int at = 0;
    while (matcher.find()) {
      filled.append(around.apply(text.substring(at, matcher.start())));
      filled.append(value.apply(valueOf(matcher.group(1))));
      at = matcher.end();
    }
    return filled.append(around.apply(text.substring(at))).toString();
  }

  /** The value of a placeholder. */
  public String valueOf(String name) {
    String value = values.apply(name);
    if (value == null) {
      throw new IllegalArgumentException("#{" + name + "} has no value");
    }
    return value;
  }
}
