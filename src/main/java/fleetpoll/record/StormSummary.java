package fleetpoll.record;

import java.util.Map;
import java.util.OptionalLong;

/**
 * What came of a storm, in which all devices dropped their connections at once.
 *
 * @param atNanos when, since the fleet's origin
 * @param devices that it struck; those that still warmed up or had ended are not among them
 * @param back of these, how many have since polled successfully
 * @param lastBackNanos when the last of them did, since the fleet's origin; empty if none did
 * @param koBy polls of these devices that failed before they were back, by reason
 */
public record StormSummary(
    long atNanos, long devices, long back, OptionalLong lastBackNanos, Map<String, Long> koBy) {}
