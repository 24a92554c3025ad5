package fleetpoll.settings;

import fleetpoll.config.Checked;
import java.net.URI;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Where the server's resources are read, if the target alone does not tell.
 *
 * @param pid of the server's process on this machine
 * @param metrics of a Prometheus node exporter on the server's machine
 */
public record ServerSettings(OptionalLong pid, Optional<URI> metrics) {

  /** Nothing is set; the target alone tells. */
  public static final ServerSettings UNSAID =
      new ServerSettings(OptionalLong.empty(), Optional.empty());

  static ServerSettings of(Checked values) {
    return new ServerSettings(
        values.get(FleetKeys.SERVER_PID).map(OptionalLong::of).orElse(OptionalLong.empty()),
        values.get(FleetKeys.SERVER_METRICS));
  }
}
