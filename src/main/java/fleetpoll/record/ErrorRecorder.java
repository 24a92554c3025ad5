package fleetpoll.record;

/** The failures of one device's endpoint for one reason. Not safe for concurrent use. */
final class ErrorRecorder {

  /** Enough to recognise a failure by; a hostile target can send megabytes. */
  private static final int MESSAGE_LENGTH = 200;

  private final String message;
  private final long firstNanos;
  private long lastNanos;
  private long count;

  ErrorRecorder(String message, long firstNanos) {
    String text = message == null ? "" : message;
    this.message = text.length() > MESSAGE_LENGTH ? text.substring(0, MESSAGE_LENGTH) : text;
    this.firstNanos = firstNanos;
  }

  void record(long endNanos) {
    lastNanos = endNanos;
    count++;
  }

  ErrorSummary summarise(String reason) {
    return new ErrorSummary(reason, count, firstNanos, lastNanos, message);
  }
}
