package fleetpoll.record;

/**
 * What a poll spent on opening connections: one unless redirects led to other origins, none if the
 * poll found one open.
 *
 * @param connections that TCP established
 * @param lookUpNanos from the beginning of a look-up to the addresses; 0 without a look-up
 * @param connectNanos from the first SYN to the established connection
 * @param handshakes of TLS that succeeded
 * @param tlsNanos from the established connection to the end of a successful TLS handshake; 0
 *     without one
 */
public record Opening(
    int connections, long lookUpNanos, long connectNanos, int handshakes, long tlsNanos) {

  /** Of a poll that opened no connection. */
  public static final Opening NONE = new Opening(0, 0, 0, 0, 0);

  /** Both together; the same object if the other is {@link #NONE}. */
  public Opening plus(Opening other) {
    return this == NONE || other == NONE
        ? this == NONE ? other : this
        : new Opening(
            connections + other.connections,
            lookUpNanos + other.lookUpNanos,
            connectNanos + other.connectNanos,
            handshakes + other.handshakes,
            tlsNanos + other.tlsNanos);
  }
}
