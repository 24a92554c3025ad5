package fleetpoll.http.tls;

/**
 * Numbers for handshakes: TLS libraries keep sessions by host and port, and pass both on to who
 * chooses a key. A number in the place of the port tells whose handshake it is, and only the same
 * number finds a session again.
 *
 * @param devices how many there are, at least 1
 */
record Numbers(int devices) {

  /**
   * @param handshake of the device, from 0 on
   */
  int number(int device, int handshake) {
    return device + devices * (handshake % (Integer.MAX_VALUE / devices));
  }

  /** Whose number it is. */
  int device(int number) {
    return number % devices;
  }
}
