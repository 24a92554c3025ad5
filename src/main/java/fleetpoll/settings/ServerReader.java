package fleetpoll.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** Reads where the server's resources are found; {@code none} leaves it to the target. */
final class ServerReader {

  private static final String PID = "server.pid";
  private static final String METRICS = "server.metrics";
  private static final String NONE = "none";
  private static final WholeNumber PIDS = new WholeNumber(1, Integer.MAX_VALUE);

  private ServerReader() {}

  /** Empty when anything is wrong with it. */
  static Optional<ServerSettings> read(Reader reader, Problems problems) {
    Optional<OptionalLong> pid = reader.required(PID, ServerReader::pid);
    Optional<Optional<URI>> metrics =
        reader.required(METRICS, orNone(ServerReader::url).andThen(Optional::ofNullable));
    if (pid.isEmpty() || metrics.isEmpty()) {
      return Optional.empty();
    }
    if (pid.get().isPresent() && metrics.get().isPresent()) {
      Setting known = reader.required(PID).orElseThrow();
      problems.add(
          reader.required(METRICS).orElseThrow(),
          "must be none where server.pid is given (%s): the figures are a process's or a machine's"
              .formatted(known.origin()));
      return Optional.empty();
    }
    return Optional.of(new ServerSettings(pid.get(), metrics.get()));
  }

  private static OptionalLong pid(String text) {
    Long pid = orNone(PIDS).apply(text);
    return pid == null ? OptionalLong.empty() : OptionalLong.of(pid);
  }

  /** Null for {@code none}. */
  private static <T> Function<String, T> orNone(Function<String, T> type) {
    return text -> {
      try {
        return text.equals(NONE) ? null : type.apply(text);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(e.getMessage() + ", or none", e);
      }
    };
  }

  private static URI url(String text) {
    try {
      URI url = new URI(text);
      if (Target.isAbsoluteHttp(url) && url.getRawUserInfo() == null) {
        return url;
      }
    } catch (URISyntaxException e) {
      throw noUrl();
    }
    throw noUrl();
  }

  private static IllegalArgumentException noUrl() {
    return new IllegalArgumentException(
        "must be the URL of a node exporter's metrics, such as http://host:9100/metrics");
  }
}
