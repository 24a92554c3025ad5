package fleetpoll.record;

/**
 * The failures of one device's endpoint, or of the whole fleet's, for one reason.
 *
 * @param reason as {@link Outcome#text()}
 * @param firstNanos when the first was known, on the fleet's clock
 * @param lastNanos when the last was known
 * @param message of the first, at most 200 characters
 */
public record ErrorSummary(
    String reason, long count, long firstNanos, long lastNanos, String message) {}
