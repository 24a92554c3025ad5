package fleetpoll.http;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A request's first line and header, filled.
 *
 * @param target path and query as they go out
 * @param headers by name, in the order in which they go out; without Host unless it is a written
 *     one. Each character of a value is a byte that goes out: what an answer gave is sent back as
 *     it came.
 * @param confined lower-case names of headers that must not reach another origin
 */
record RequestHead(
    Origin origin,
    String method,
    String target,
    Map<String, String> headers,
    Set<String> confined) {

  private static final char LAST_ASCII = 0x7f;

  /**
   * @throws IllegalArgumentException if a header would end before its end
   */
  RequestHead {
    headers.forEach(RequestHead::check);
  }

  private static void check(String name, String value) {
    if (value.chars().anyMatch(c -> c == '\r' || c == '\n' || c == 0)) {
      throw new IllegalArgumentException(
          "the header " + name + " must have no line break and no NUL in its value");
    }
  }

  /** A text as a header's value: each character is a byte of its UTF-8. */
  static String inUtf8(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > LAST_ASCII) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
      }
    }
    return text;
  }

  boolean isHead() {
    return method.equals("HEAD");
  }

  boolean has(String name) {
    return headers.keySet().stream().anyMatch(name::equalsIgnoreCase);
  }

  String value(String name) {
    return headers.entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("");
  }

  String path() {
    int query = target.indexOf('?');
    return query < 0 ? target : target.substring(0, query);
  }

  /** The same without the headers whose lower-case name is among these. */
  RequestHead without(Predicate<String> names) {
    Map<String, String> kept = new LinkedHashMap<>(headers);
    kept.keySet().removeIf(name -> names.test(name.toLowerCase(Locale.ROOT)));
    return new RequestHead(origin, method, target, kept, confined);
  }

  /** The same with a further header, or another value of it. */
  RequestHead with(String name, String value) {
    Map<String, String> all =
        new LinkedHashMap<>(without(name.toLowerCase(Locale.ROOT)::equals).headers);
    all.put(name, value);
    return new RequestHead(origin, method, target, all, confined);
  }

  byte[] encode() {
    StringBuilder head = new StringBuilder();
    String asked = origin.isForwarded() ? origin.url() + target : target;
    head.append(method).append(' ').append(asked).append(" HTTP/1.1\r\n");
    if (!has("host")) {
      line(head, "Host", origin.hostHeader());
    }
    if (origin.isForwarded() && !has("proxy-authorization")) {
      origin.proxy().authorization().ifPresent(value -> line(head, "Proxy-Authorization", value));
    }
    headers.forEach((name, value) -> line(head, name, value));
    return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private static void line(StringBuilder head, String name, String value) {
    head.append(name).append(": ").append(value).append("\r\n");
  }
}
