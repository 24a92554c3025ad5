package fleetpoll.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.function.Function;

/** Reads the target: {@code embedded}, which is no URL, or an absolute HTTP URL. */
final class Target implements Function<String, Optional<URI>> {

  private static final int LAST_PORT = 65_535;

  /**
   * The URL without the slash at its end, so that an endpoint's path can follow it.
   *
   * @throws IllegalArgumentException saying what is allowed
   */
  @Override
  public Optional<URI> apply(String text) {
    if (text.equals("embedded")) {
      return Optional.empty();
    }
    try {
      URI url = new URI(text);
      if (isAbsoluteHttp(url) && isBare(url)) {
        return Optional.of(URI.create(text.replaceFirst("/+$", "")));
      }
    } catch (URISyntaxException e) {
      throw notAllowed();
    }
    throw notAllowed();
  }

  static boolean isAbsoluteHttp(URI url) {
    return ("http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme()))
        && url.getHost() != null
        && (url.getPort() == -1 || url.getPort() >= 1 && url.getPort() <= LAST_PORT);
  }

  private static boolean isBare(URI url) {
    return url.getRawUserInfo() == null
        && url.getRawQuery() == null
        && url.getRawFragment() == null;
  }

  private static IllegalArgumentException notAllowed() {
    return new IllegalArgumentException(
        "must be embedded or a URL such as http://127.0.0.1:8000: http or https, a host,"
            + " a port from 1 to 65535 if any, no user, query or fragment");
  }
}
