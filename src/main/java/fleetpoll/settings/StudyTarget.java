package fleetpoll.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.function.Function;

/** Reads what a study requests: {@code embedded}, which is no URL, or an absolute HTTP URL. */
final class StudyTarget implements Function<String, Optional<URI>> {

  /**
   * @throws IllegalArgumentException saying what is allowed
   */
  @Override
  public Optional<URI> apply(String text) {
    if (text.equals("embedded")) {
      return Optional.empty();
    }
    try {
      URI url = new URI(text);
      if (TargetParser.isAbsoluteHttp(url)
          && url.getRawUserInfo() == null
          && url.getFragment() == null) {
        return Optional.of(url);
      }
    } catch (URISyntaxException e) {
      throw notAllowed();
    }
    throw notAllowed();
  }

  private static IllegalArgumentException notAllowed() {
    return new IllegalArgumentException(
        "must be embedded or a URL such as http://127.0.0.1:8000/delay: http or https, a host,"
            + " a port from 1 to 65535 if any, no user or fragment");
  }
}
