package fleetpoll.watch;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads samples of Prometheus' text exposition format, version 0.0.4, as described at
 * https://prometheus.io/docs/instrumenting/exposition_formats/.
 */
final class PrometheusText {

  /**
   * A label's value with its quotes; the pattern has no alternatives, so that long values need no
   * stack.
   */
  private static final String QUOTED = "\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"";

  private static final Pattern SAMPLE =
      Pattern.compile(
          "([a-zA-Z_:][a-zA-Z0-9_:]*)[ \\t]*"
              + "(?:\\{([^\"}]*+(?:"
              + QUOTED
              + "[^\"}]*+)*+)\\})?[ \\t]*"
              + "(\\S+)(?:[ \\t]+-?\\d+)?[ \\t]*");

  private static final Pattern LABEL =
      Pattern.compile(
          "[ \\t]*([a-zA-Z_][a-zA-Z0-9_]*)[ \\t]*=[ \\t]*(" + QUOTED + ")[ \\t]*(?:,|$)[ \\t]*");

  private static final Pattern ESCAPE = Pattern.compile("\\\\(.)");

  private PrometheusText() {}

  /**
   * One sample.
   *
   * @param value may be NaN or infinite
   */
  record Metric(String name, Map<String, String> labels, double value) {}

  /**
   * The samples of the given names, in their order; ignores everything else in the text.
   *
   * @throws IllegalArgumentException naming a line that is not as the format has it
   */
  static Stream<Metric> parse(String text, Set<String> names) {
    return text.lines().filter(line -> names.contains(name(line))).map(PrometheusText::metric);
  }

  private static String name(String line) {
    int end = 0;
    while (end < line.length() && "{ \t".indexOf(line.charAt(end)) < 0) {
      end++;
    }
    return line.substring(0, end);
  }

  private static Metric metric(String line) {
    Matcher sample = SAMPLE.matcher(line);
    if (!sample.matches()) {
      throw unreadable(line);
    }
    return new Metric(sample.group(1), labels(sample.group(2), line), value(sample.group(3), line));
  }

  private static Map<String, String> labels(String text, String line) {
    Map<String, String> labels = new HashMap<>();
    if (text == null || text.isBlank()) {
      return labels;
    }
    Matcher label = LABEL.matcher(text);
    int end = 0;
    while (end < text.length() && label.find(end) && label.start() == end) {
      String quoted = label.group(2);
      labels.put(label.group(1), unescaped(quoted.substring(1, quoted.length() - 1)));
      end = label.end();
    }
    if (end < text.length()) {
      throw unreadable(line);
    }
    return labels;
  }

  private static String unescaped(String text) {
    return ESCAPE
        .matcher(text)
        .replaceAll(
            escape ->
                Matcher.quoteReplacement(escape.group(1).equals("n") ? "\n" : escape.group(1)));
  }

  private static double value(String text, String line) {
    return switch (text) {
      case "+Inf", "Inf" -> Double.POSITIVE_INFINITY;
      case "-Inf" -> Double.NEGATIVE_INFINITY;
      default -> number(text, line);
    };
  }

  private static double number(String text, String line) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw unreadable(line);
    }
  }

  private static IllegalArgumentException unreadable(String line) {
    String shown = line.length() <= 100 ? line : line.substring(0, 100) + "...";
    return new IllegalArgumentException("not a Prometheus sample: " + shown);
  }
}
