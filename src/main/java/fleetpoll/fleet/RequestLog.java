package fleetpoll.fleet;

/** Hears of the requests of the measured window; belongs to the device's event loop. */
public interface RequestLog {

  /**
   * A request has ended.
   *
   * @param name of the endpoint, with the number of the redirect behind it if it follows one
   * @param startMillis when it was sent, since the epoch
   * @param endMillis when its last byte came or its failure was known, since the epoch
   * @param status of the answer; 0 if no status line came
   * @param message why it failed; null for a success
   */
  void ended(String name, long startMillis, long endMillis, boolean ok, int status, String message);

  /** Nothing may be held back any longer. */
  void flush();
}
