package fleetpoll.record;

/**
 * The failures of one device's endpoint for one reason.
 *
 * @param reason as {@link Outcome#text()}
 * @param firstNanos when the first was known, on the fleet's clock
 * @param lastNanos when the last was known
 * @param message of the first, at most 200 characters
 */
public record ErrorSummary(
    String reason, long count, long firstNanos, long lastNanos, String message) {

  /** Both together; the earlier one's message. */
  ErrorSummary plus(ErrorSummary other) {
    return new ErrorSummary(
        reason,
        count + other.count,
        Math.min(firstNanos, other.firstNanos),
        Math.max(lastNanos, other.lastNanos),
        firstNanos <= other.firstNanos ? message : other.message);
  }
}
