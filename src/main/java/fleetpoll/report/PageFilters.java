package fleetpoll.report;

import fleetpoll.figure.Numbers;
import fleetpoll.figure.Unit;
import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.Filter;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Filters with which a template writes numbers and links: {@code {{ endpoint.sent | count }}}. */
final class PageFilters extends AbstractExtension {

  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  @Override
  public Map<String, Filter> getFilters() {
    return Map.of(
        "count", filter(value -> value == null ? "0" : Numbers.count(((Number) value).longValue())),
        "number",
            filter(
                value ->
                    value == null ? Numbers.NONE : Numbers.count(((Number) value).longValue())),
        "measure", filter(value -> Numbers.measureOrNone((Double) value)),
        "cores", filter(value -> Numbers.cores((Double) value)),
        "megabytes", filter(value -> Unit.BYTES.number((Number) value)),
        "seconds", filter(value -> String.format(Locale.ROOT, "%,.1f", (Double) value)),
        "utc", filter(value -> UTC.format((Instant) value)),
        "link", filter(value -> link((String) value)));
  }

  /** A path as a browser takes it, which would end one at the first {@code #} or {@code ?}. */
  private static String link(String path) {
    return path.startsWith("/") ? encoded(path) : encoded("/" + path).substring(1);
  }

  private static String encoded(String path) {
    try {
      return new URI(null, null, path, null).getRawPath();
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(path, e);
    }
  }

  private static Filter filter(Function<Object, String> text) {
    return new Filter() {
      @Override
      public Object apply(
          Object input,
          Map<String, Object> arguments,
          PebbleTemplate self,
          EvaluationContext context,
          int lineNumber) {
        return text.apply(input);
      }

      @Override
      public List<String> getArgumentNames() {
        return List.of();
      }
    };
  }
}
