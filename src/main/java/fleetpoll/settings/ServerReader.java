package fleetpoll.settings;

import fleetpoll.config.OrNone;
import fleetpoll.config.Problems;
import fleetpoll.config.Reader;
import fleetpoll.config.Setting;
import fleetpoll.config.WholeNumber;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** Reads where the server's resources are found; {@code none} leaves it to the target. */
final class ServerReader {

  private static final String PID = "server.pid";
  private static final String METRICS = "server.metrics";
  private static final Function<String, OptionalLong> PIDS =
      new OrNone<>(new WholeNumber(1, Integer.MAX_VALUE))
          .andThen(pid -> pid.map(OptionalLong::of).orElse(OptionalLong.empty()));

  private ServerReader() {}

  /** Empty when anything is wrong with it. */
  static Optional<ServerSettings> read(Reader reader, Problems problems) {
    Optional<OptionalLong> pid = reader.required(PID, PIDS);
    Optional<Optional<URI>> metrics = reader.required(METRICS, new OrNone<>(ServerReader::url));
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

  private static URI url(String text) {
    try {
      URI url = new URI(text);
      if (TargetParser.isAbsoluteHttp(url) && url.getRawUserInfo() == null) {
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
