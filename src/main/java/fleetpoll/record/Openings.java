package fleetpoll.record;

/**
 * Connections that polls opened, and what that took: counts, sums and greatest values, and no
 * distribution, because every device has these of its own. Immutable, so that the many devices
 * without a connection to count share {@link #NONE}.
 *
 * @param connections that TCP established, whatever became of the poll
 * @param connectNanos from the first SYN to the established connection, all together
 * @param connectMaxNanos the most that one poll spent; it opens more than one connection only if
 *     redirects lead it to other origins
 * @param handshakes of TLS that succeeded
 * @param tlsNanos from the established connection to the end of the handshake, all together
 * @param tlsMaxNanos the most that one poll spent
 */
public record Openings(
    long connections,
    long connectNanos,
    long connectMaxNanos,
    long handshakes,
    long tlsNanos,
    long tlsMaxNanos) {

  /** Nothing was opened. */
  public static final Openings NONE = new Openings(0, 0, 0, 0, 0, 0);

  Openings plus(Opening poll) {
    return poll.connections() == 0
        ? this
        : plus(
            new Openings(
                poll.connections(),
                poll.connectNanos(),
                poll.connectNanos(),
                poll.handshakes(),
                poll.tlsNanos(),
                poll.tlsNanos()));
  }

  Openings plus(Openings other) {
    return new Openings(
        connections + other.connections,
        connectNanos + other.connectNanos,
        Math.max(connectMaxNanos, other.connectMaxNanos),
        handshakes + other.handshakes,
        tlsNanos + other.tlsNanos,
        Math.max(tlsMaxNanos, other.tlsMaxNanos));
  }
}
