package fleetpoll.fleet;

/** Receives the requests of the measured window; belongs to the device's event loop. */
public interface RequestLog {

  /**
   * Called when a request has ended.
   *
   * @param name of the endpoint, followed by the number of the redirect if it follows one
   * @param startMillis when it was sent, since the epoch
   * @param endMillis when its last byte came or its failure was known, since the epoch
   * @param status of the answer; 0 if no status line came
   * @param message why it failed; null for a success
   */
  void ended(String name, long startMillis, long endMillis, boolean ok, int status, String message);

  /** Hands over everything that is still held back. */
  void flush();
}
