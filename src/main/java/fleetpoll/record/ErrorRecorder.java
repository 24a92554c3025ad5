package fleetpoll.record;

/** The failures of one endpoint for one reason. Not safe for concurrent use. */
final class ErrorRecorder {

  /** Enough to recognise a failure by; a hostile target can send megabytes. */
  private static final int MESSAGE_LENGTH = 200;

  private String message;
  private long firstNanos;
  private long lastNanos;
  private long count;

  ErrorRecorder(String message, long firstNanos) {
    String text = message == null ? "" : message;
    this.message = text.length() > MESSAGE_LENGTH ? text.substring(0, MESSAGE_LENGTH) : text;
    this.firstNanos = firstNanos;
    this.lastNanos = firstNanos;
  }

  void record(long endNanos) {
    lastNanos = endNanos;
    count++;
  }

  /** Adds another recorder's failures for the same reason. */
  void add(ErrorRecorder other) {
    if (other.firstNanos < firstNanos) {
      firstNanos = other.firstNanos;
      message = other.message;
    }
    lastNanos = Math.max(lastNanos, other.lastNanos);
    count += other.count;
  }

  String message() {
    return message;
  }

  long firstNanos() {
    return firstNanos;
  }

  ErrorSummary summarise(String reason) {
    return new ErrorSummary(reason, count, firstNanos, lastNanos, message);
  }
}
