package fleetpoll.record;

import java.util.Map;
import java.util.OptionalLong;

/**
 * The result of a storm, in which all devices dropped their connections at the same time.
 *
 * @param atNanos when it struck, since the fleet's origin
 * @param devices that it struck, without those that still warmed up or had ended
 * @param back how many of these have since polled successfully
 * @param lastBackNanos when the last of them did, since the fleet's origin; empty if none did
 * @param koBy polls of these devices that failed before they were back, by reason
 */
public record StormSummary(
    long atNanos, long devices, long back, OptionalLong lastBackNanos, Map<String, Long> koBy) {}
