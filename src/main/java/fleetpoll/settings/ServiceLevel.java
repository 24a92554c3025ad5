package fleetpoll.settings;

import fleetpoll.figure.Figure;
import java.util.Optional;

/**
 * A service level: a limit that a run must meet to pass.
 *
 * @param key of the parameter, such as {@code slo.a.response.p99}
 * @param endpoint its name, as in the endpoints; empty for a figure of the fleet, of a device or of
 *     the server
 * @param limit in the figure's unit
 * @param ofWorstDevice whether each device by itself must meet it, all its endpoints together
 */
public record ServiceLevel(
    String key, Optional<String> endpoint, Figure figure, double limit, boolean ofWorstDevice) {

  /** A level of the fleet, of an endpoint or of the server. */
  public ServiceLevel(String key, Optional<String> endpoint, Figure figure, double limit) {
    this(key, endpoint, figure, limit, false);
  }
}
