package fleetpoll.record;

/**
 * One finished request of a device. Instants are nanoseconds on the fleet's monotonic clock.
 *
 * @param endpoint index in the fleet's endpoints
 * @param dueNanos when its tick was due
 * @param readyNanos when the device's previous request of any kind or its back-off ended, or its
 *     tick was due, if that was later: from here on a delay is the generator's
 * @param sentNanos when it was handed to the HTTP client, which then opens a connection where none
 *     is kept
 * @param endNanos when the last byte of the body arrived, or the failure was known
 * @param bytes of the body received
 * @param wireBytes of all that was received: status lines, headers and framing included, under TLS
 *     as decrypted
 * @param opening of connections, which are part of the time from sent to the end
 * @param message why it failed; null for a success
 */
public record Poll(
    int endpoint,
    long dueNanos,
    long readyNanos,
    long sentNanos,
    long endNanos,
    long bytes,
    long wireBytes,
    Opening opening,
    Outcome outcome,
    String message) {

  /** From sent to the last byte. */
  public long serviceMicros() {
    return (endNanos - sentNanos) / 1_000;
  }

  /**
   * From an instant to the last byte; at least 0, though a timer may fire early by clock rounding.
   */
  public long microsSince(long nanos) {
    return Math.max(0, (endNanos - nanos) / 1_000);
  }

  /** By how much the generator, not the target, sent it too late; at least 0. */
  public long latenessMicros() {
    return Math.max(0, (sentNanos - readyNanos) / 1_000);
  }
}
