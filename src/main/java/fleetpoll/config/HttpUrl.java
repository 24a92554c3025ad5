package fleetpoll.config;

import fleetpoll.text.Authority;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Recognises absolute URLs of HTTP. */
public final class HttpUrl {

  private HttpUrl() {}

  /**
   * The text as a URL: http or https, a host, a port from 1 to 65535 if any, and no user; empty if
   * the text is none.
   */
  public static Optional<URI> of(String text) {
    try {
      return Optional.of(new URI(text)).filter(HttpUrl::isAbsoluteHttp);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static boolean isAbsoluteHttp(URI url) {
    return ("http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme()))
        && Authority.of(url)
            .filter(whom -> whom.user() == null && whom.hasUsablePort())
            .isPresent();
  }
}
