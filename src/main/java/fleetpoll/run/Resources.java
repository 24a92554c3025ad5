package fleetpoll.run;

/**
 * What a run cost, in the measured window.
 *
 * @param targetFound where the target's figures come from, such as {@code process 4711 and those
 *     below it}; null where they are not known
 * @param advice what to do so that the target's figures are known; null where they are
 * @param oneMachine whether target and generator share the machine
 * @param cpuMsPerRequest the target's processor milliseconds over the requests sent; null where
 *     unknown
 * @param mbPerThousandDevices the target's peak resident megabytes (10^6 B) over the devices, times
 *     1,000; null where unknown
 */
public record Resources(
    String targetFound,
    String advice,
    boolean oneMachine,
    Usage target,
    Usage generator,
    Usage host,
    Double cpuMsPerRequest,
    Double mbPerThousandDevices) {}
