package fleetpoll.settings.access;

import fleetpoll.config.RedisUrl;
import fleetpoll.text.Authority;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * The address of an HTTP proxy, with the user to log in as.
 *
 * @param uri {@code http://}, with the user's name and password if there are any: never to be shown
 */
public record ProxyUrl(URI uri) {

  private static final int HTTP = 80;

  /**
   * Reads a URL.
   *
   * @throws IllegalArgumentException saying what is allowed, without quoting what was given
   */
  public static ProxyUrl parse(String text) {
    RedisUrl.requireEncodedUser(text);
    try {
      URI uri = new URI(text);
      if (isProxy(uri)) {
        return new ProxyUrl(uri);
      }
    } catch (URISyntaxException e) {
      throw notAllowed();
    }
    throw notAllowed();
  }

  private static boolean isProxy(URI uri) {
    return "http".equalsIgnoreCase(uri.getScheme())
        && Authority.of(uri).filter(Authority::hasUsablePort).isPresent()
        && (uri.getRawPath().isEmpty() || uri.getRawPath().equals("/"))
        && uri.getRawQuery() == null
        && uri.getRawFragment() == null;
  }

  // The exception of the URI's parser quotes what it could not read, and that may be a password.
  private static IllegalArgumentException notAllowed() {
    return new IllegalArgumentException(
        "must be a URL such as http://127.0.0.1:3128: http, user:password@ if any, a host, a port"
            + " from 1 to 65535 if any; or none");
  }

  /** Its host. */
  public String host() {
    return authority().host();
  }

  /** Its port. */
  public int port() {
    return authority().portOr(HTTP);
  }

  /** The value of a header Proxy-Authorization; empty if there is no user. */
  public Optional<String> authorization() {
    return Optional.ofNullable(authority().user())
        .map(user -> URI.create("http://" + user + "@any").getUserInfo())
        .map(user -> user.contains(":") ? user : user + ":")
        .map(user -> Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8)))
        .map("Basic "::concat);
  }

  private Authority authority() {
    return Authority.of(uri).orElseThrow();
  }

  /** The URL without name and password. */
  @Override
  public String toString() {
    return RedisUrl.withoutUser(uri.toString());
  }
}
