package fleetpoll.config;

import fleetpoll.text.Authority;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/**
 * The address of a Redis, with the user to log in as.
 *
 * @param uri {@code redis://} or {@code rediss://}, with the user's name and password if there are
 *     any: never to be shown
 */
public record RedisUrl(URI uri) {

  /** What RFC 3986, section 3.2.1, allows before the {@code @}. */
  private static final Pattern USER =
      Pattern.compile("(?:[A-Za-z0-9._~!$&'()*+,;=:-]|%[0-9A-Fa-f]{2})*");

  private static final Pattern LOGIN = Pattern.compile(".*(?::|%3[aA]).*");
  private static final Pattern DATABASE = Pattern.compile("/?|/[0-9]{1,4}");

  /**
   * Reads a URL.
   *
   * @throws IllegalArgumentException saying what is allowed, without quoting what was given
   */
  public static RedisUrl parse(String text) {
    requireEncodedUser(text);
    try {
      URI uri = new URI(text);
      if (isRedis(uri)) {
        return new RedisUrl(uri);
      }
    } catch (URISyntaxException e) {
      throw notAllowed();
    }
    throw notAllowed();
  }

  /**
   * Refuses a URL whose user or password could be read as another part of it.
   *
   * @throws IllegalArgumentException saying what is allowed, without quoting what was given
   */
  public static void requireEncodedUser(String text) {
    if (!isUserEncoded(text)) {
      throw new IllegalArgumentException(
          "user and password must be percent-encoded: / is %2F, # is %23, ? is %3F, @ is %40, % is"
              + " %25, a space is %20");
    }
  }

  /** Whether what is before the last {@code @}, if anything, is a user and a password of a URL. */
  private static boolean isUserEncoded(String text) {
    int slashes = text.indexOf("//");
    int at = text.lastIndexOf('@');
    return slashes < 0 || at < slashes || USER.matcher(text.substring(slashes + 2, at)).matches();
  }

  private static boolean isRedis(URI uri) {
    return ("redis".equals(uri.getScheme()) || "rediss".equals(uri.getScheme()))
        && Authority.of(uri).filter(RedisUrl::isUsable).isPresent()
        && DATABASE.matcher(uri.getRawPath()).matches()
        && uri.getRawQuery() == null
        && uri.getRawFragment() == null;
  }

  private static boolean isUsable(Authority whom) {
    return whom.hasUsablePort() && (whom.user() == null || LOGIN.matcher(whom.user()).matches());
  }

  /** The host, the port and the user. */
  public Authority authority() {
    return Authority.of(uri).orElseThrow();
  }

  // The exception of the URI's parser quotes what it could not read, and that may be a password.
  private static IllegalArgumentException notAllowed() {
    return new IllegalArgumentException(
        "must be a URL such as redis://127.0.0.1:6379: redis or rediss, user:password@ if any,"
            + " a host, a port from 1 to 65535 if any, the number of a database if any; or none");
  }

  /**
   * A text as it may be shown, whether it is a URL or not: without the part before an {@code @}
   * and, if no host can be made out, without anything after the scheme.
   */
  public static String withoutUser(String text) {
    int slashes = text.indexOf("//");
    int at = text.lastIndexOf('@');
    String scheme = slashes < 0 ? "" : text.substring(0, slashes + 2);
    if (at >= 0) {
      return (at < slashes ? "" : scheme) + text.substring(at + 1);
    }
    boolean hostless = slashes >= 0 && text.startsWith(":", slashes + 2);
    return hostless ? scheme + "..." : text;
  }

  /** The URL without name and password. */
  @Override
  public String toString() {
    return withoutUser(uri.toString());
  }
}
