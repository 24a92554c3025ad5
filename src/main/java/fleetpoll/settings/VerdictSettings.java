package fleetpoll.settings;

import java.util.List;

/**
 * The limits by which a run is judged.
 *
 * @param levels of the fleet, of its devices, of each endpoint and of the server; without any, a
 *     run cannot fail
 */
public record VerdictSettings(ValidityLimits validity, List<ServiceLevel> levels) {}
