package fleetpoll.server;

import java.util.Map;

/**
 * The embedded target's counts. Keys that never occurred are absent.
 *
 * @param requestsByPath requests by path, for /hello by path and query
 * @param requestsByDevice requests by the header {@code X-Device}; those without it are under the
 *     empty id
 * @param connectionsByDevice the connections on which at least one request of the device came
 * @param delayNanosByDevice the sum of the delays that /delay drew for the device, whether or not
 *     the client waited for them
 * @param faultsByKind faults by {@link fleetpoll.server.fault.FaultKind#word()}, and {@code
 *     not-modified} for answers 304
 * @param withCookie requests that carried a Cookie header
 */
public record Tally(
    Map<String, Long> requestsByPath,
    Map<String, Long> requestsByDevice,
    Map<String, Long> connectionsByDevice,
    Map<String, Long> delayNanosByDevice,
    Map<String, Long> faultsByKind,
    long withCookie) {}
