package fleetpoll.settings;

import java.util.List;

/**
 * By what a run is judged.
 *
 * @param levels in the order in which they are written; without any, a run cannot fail
 */
public record VerdictSettings(ValidityLimits validity, List<ServiceLevel> levels) {}
