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
    return device + devices * (handshake % most());
  }

  /**
   * The number of a handshake that is no device's: one of the last of device 0, which shows its
   * certificate.
   *
   * @param handshake of all these, from 0 on
   */
  int others(int handshake) {
    return devices * (most() - 1 - handshake % most());
  }

  private int most() {
    return Integer.MAX_VALUE / devices;
  }

  /** Whose number it is. */
  int device(int number) {
    return number % devices;
  }
}
