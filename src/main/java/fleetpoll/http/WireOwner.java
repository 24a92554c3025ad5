package fleetpoll.http;

/** Hears of a {@link Wire}. */
interface WireOwner {

  /** The answer is complete. */
  void answered(Wire wire, Answer answer, boolean isReusable);

  /** Bytes came after the end of an answer, or when none was awaited; once. */
  void surplus(Wire wire);

  /**
   * The connection is gone, or useless.
   *
   * @param failure null if the server closed it
   */
  void broke(Wire wire, Throwable failure);
}
