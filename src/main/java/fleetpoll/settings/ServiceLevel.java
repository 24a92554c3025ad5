package fleetpoll.settings;

import fleetpoll.figure.Figure;
import java.util.Optional;

/**
 * What must hold for a run to pass.
 *
 * @param key of the parameter, such as {@code slo.a.response.p99}
 * @param endpoint its name as the endpoints have it; empty for a figure of the fleet or the server
 * @param limit in the figure's unit
 */
public record ServiceLevel(String key, Optional<String> endpoint, Figure figure, double limit) {}
