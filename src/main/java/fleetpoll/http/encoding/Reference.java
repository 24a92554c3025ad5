package fleetpoll.http.encoding;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A URL, or a reference that is relative to one, in its parts as they are written; without a
 * fragment, which no request carries. {@link java.net.URI} resolves by an older RFC, and takes no
 * URL with characters that servers put up with.
 *
 * @param scheme null if it has none
 * @param authority null if it has none
 * @param path empty if it has none
 * @param query null if it has none
 */
public record Reference(String scheme, String authority, String path, String query) {

  /** RFC 3986, appendix B. */
  private static final Pattern PARTS =
      Pattern.compile(
          "(?:(?<scheme>[A-Za-z][A-Za-z0-9+.-]*):)?(?://(?<authority>[^/?#]*))?"
              + "(?<path>[^?#]*)(?:\\?(?<query>[^#]*))?(?:#.*)?",
          Pattern.DOTALL);

  /** As it is written. */
  public static Reference of(String written) {
    Matcher parts = PARTS.matcher(written);
    if (!parts.matches()) {
      throw new IllegalArgumentException(written + " is no URL reference");
    }
    return new Reference(
        parts.group("scheme"), parts.group("authority"), parts.group("path"), parts.group("query"));
  }

  /** As it came in a header, read as Latin-1: what path and query may not contain is encoded. */
  public static Reference received(String latin1) {
    Reference raw = of(latin1);
    return new Reference(
        raw.scheme,
        raw.authority,
        PercentEncoding.received(raw.path),
        raw.query == null ? null : PercentEncoding.received(raw.query));
  }

  /** Where another reference leads from here, by RFC 3986, section 5.2.2, strictly. */
  public Reference resolve(Reference to) {
    if (to.scheme != null) {
      return new Reference(to.scheme, to.authority, withoutDots(to.path), to.query);
    }
    if (to.authority != null) {
      return new Reference(scheme, to.authority, withoutDots(to.path), to.query);
    }
    if (to.path.isEmpty()) {
      return new Reference(scheme, authority, path, to.query == null ? query : to.query);
    }
    String merged = to.path.startsWith("/") ? to.path : folder() + to.path;
    return new Reference(scheme, authority, withoutDots(merged), to.query);
  }

  /** RFC 3986, section 5.2.3: what is before a relative path. */
  private String folder() {
    return path.isEmpty() ? "/" : path.substring(0, path.lastIndexOf('/') + 1);
  }

  /** RFC 3986, section 5.2.4, for a path from the root: no other one is asked for. */
  private static String withoutDots(String path) {
    if (!path.startsWith("/")) {
      return path;
    }
    Deque<String> kept = new ArrayDeque<>();
    String last = "";
    for (String segment : path.substring(1).split("/", -1)) {
      last = segment;
      if (segment.equals("..")) {
        kept.pollLast();
      } else if (!segment.equals(".")) {
        kept.add(segment);
      }
    }
    if (last.equals(".") || last.equals("..")) {
      kept.add("");
    }
    return "/" + String.join("/", kept);
  }

  /** Scheme and authority, as a URL. */
  public String site() {
    return scheme + "://" + (authority == null ? "" : authority);
  }

  /** Path and query as a request's first line has them. */
  public String target() {
    return (path.isEmpty() ? "/" : path) + (query == null ? "" : "?" + query);
  }
}
