package fleetpoll.settings;

import fleetpoll.config.Checked;
import java.net.URI;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Where the server's resources are read, if that does not follow from the target.
 *
 * @param pid of the server's process on this machine
 * @param metrics of a Prometheus node exporter on the server's machine
 */
public record ServerSettings(OptionalLong pid, Optional<URI> metrics) {

  /** Nothing is set; it follows from the target. */
  public static final ServerSettings UNSAID =
      new ServerSettings(OptionalLong.empty(), Optional.empty());

  static ServerSettings of(Checked values) {
    return new ServerSettings(
        values.get(FleetKeys.SERVER_PID).map(OptionalLong::of).orElse(OptionalLong.empty()),
        values.get(FleetKeys.SERVER_METRICS));
  }
}
