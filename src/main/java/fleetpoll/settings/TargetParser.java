package fleetpoll.settings;

import fleetpoll.config.DamerauDistance;
import fleetpoll.config.NearestKey;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Reads the target: {@code embedded}, the name of a server to start, or an absolute HTTP URL.
 *
 * @param servers by name; empty is one with which something is wrong
 */
record TargetParser(Map<String, Optional<ServerProgram>> servers)
    implements Function<String, Optional<TargetSettings>> {

  private static final int LAST_PORT = 65_535;
  private static final int LIKELY_SLIPS = 2;

  /**
   * The target; empty is a server with which something is wrong.
   *
   * @throws IllegalArgumentException saying what is allowed
   */
  @Override
  public Optional<TargetSettings> apply(String text) {
    if (text.equals(TargetSettings.Embedded.NAME)) {
      return Optional.of(new TargetSettings.Embedded());
    }
    if (servers.containsKey(text)) {
      return servers.get(text).map(program -> started(text, program));
    }
    try {
      URI url = new URI(text);
      if (isAbsoluteHttp(url) && isBare(url)) {
        return Optional.of(new TargetSettings.Running(URI.create(text.replaceFirst("/+$", ""))));
      }
    } catch (URISyntaxException e) {
      throw notAllowed(text);
    }
    throw notAllowed(text);
  }

  private static TargetSettings started(String name, ServerProgram program) {
    if (!Files.isDirectory(program.folder())) {
      throw new IllegalArgumentException(
          "needs the folder %s, which is not there; targets.%s.folder can be another"
              .formatted(program.folder(), name));
    }
    return new TargetSettings.Started(name, program);
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

  private IllegalArgumentException notAllowed(String text) {
    TreeSet<String> names = new TreeSet<>(servers.keySet());
    String started = String.join(", ", names);
    names.add(TargetSettings.Embedded.NAME);
    String nearest = NearestKey.to(text, names);
    boolean isSlip = DamerauDistance.between(text, nearest) <= LIKELY_SLIPS;
    return new IllegalArgumentException(
        ("must be embedded, a server to start (%s) or a URL such as http://127.0.0.1:8000: http or"
                + " https, a host, a port from 1 to 65535 if any, no user, query or fragment%s")
            .formatted(started, isSlip ? "; did you mean " + nearest + "?" : ""));
  }
}
