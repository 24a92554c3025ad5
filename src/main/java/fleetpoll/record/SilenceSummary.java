package fleetpoll.record;

/**
 * The longest time that one device went without a success, from its first due until it left.
 *
 * @param fromNanos when it began, on the fleet's clock: at the device's first due or the end of a
 *     success
 * @param nanos how long it lasted; 0 if the device had nothing planned
 * @param heldBackNanos for how long of it the generator held the device back by missing its polls
 */
public record SilenceSummary(long fromNanos, long nanos, long heldBackNanos) {}
