package fleetpoll.settings;

import fleetpoll.figure.Figure;
import java.util.Optional;

/**
 * A service level: a limit that a run must meet to pass.
 *
 * @param key of the parameter, such as {@code slo.a.response.p99}
 * @param endpoint its name, as in the endpoints; empty for a figure of the fleet or the server
 * @param limit in the figure's unit
 */
public record ServiceLevel(String key, Optional<String> endpoint, Figure figure, double limit) {}
