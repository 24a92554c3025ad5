package fleetpoll.fleet;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import fleetpoll.http.encoding.PercentEncoding;
import fleetpoll.text.Unseen;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The values that a device has saved, also those that newer ones have replaced: a server may still
 * quote them. Belongs to the device's event loop.
 */
final class SavedSecrets {

  /** A shorter value is no secret, and would hide half of every message. */
  private static final int SHORTEST = 4;

  /** Of each name; a device that logs in every minute must not keep a day of tokens. */
  private static final int KEPT = 4;

  private static final String HIDDEN = "***";
  private static final Pattern PERCENT = Pattern.compile("%[0-9A-F]{2}");

  private final Map<String, List<String>> values = new HashMap<>();
  private List<String> forms = List.of();

  /**
   * Takes what a login has saved.
   *
   * @param saved values by name
   */
  void add(Map<String, String> saved) {
    saved.forEach(this::add);
    // A longer one may contain a shorter one, of which nothing would be left to find.
    forms =
        values.values().stream()
            .flatMap(List::stream)
            .filter(value -> value.length() >= SHORTEST)
            .flatMap(SavedSecrets::forms)
            .distinct()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
  }

  private void add(String name, String value) {
    List<String> known = values.computeIfAbsent(name, none -> new ArrayList<>(1));
    known.remove(value);
    known.add(value);
    if (known.size() > KEPT) {
      known.remove(0);
    }
  }

  /** The text with asterisks in place of each value, as it is or as URLs and JSON write it. */
  String hidden(String text) {
    String hidden = text;
    for (String form : forms) {
      hidden = hidden.replace(form, HIDDEN);
    }
    return hidden;
  }

  private static Stream<String> forms(String value) {
    String json = new String(JsonStringEncoder.getInstance().quoteAsString(value));
    return Stream.concat(
            Stream.of(value, json, json.replace("/", "\\/")),
            Stream.of(
                    PercentEncoding.data(value),
                    PercentEncoding.queryValue(value),
                    PercentEncoding.path(value),
                    URLEncoder.encode(value, StandardCharsets.UTF_8))
                .flatMap(url -> Stream.of(url, inLowerCase(url))))
        .flatMap(form -> Stream.of(form, Unseen.escaped(form)));
  }

  private static String inLowerCase(String url) {
    return PERCENT.matcher(url).replaceAll(code -> code.group().toLowerCase(Locale.ROOT));
  }
}
