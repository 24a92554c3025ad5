package fleetpoll.settings;

import java.util.List;

/**
 * By what a run is judged.
 *
 * @param levels the fleet's, each endpoint's, the server's; without any, a run cannot fail
 */
public record VerdictSettings(ValidityLimits validity, List<ServiceLevel> levels) {}
