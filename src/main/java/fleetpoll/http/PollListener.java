package fleetpoll.http;

import io.netty.handler.codec.http.HttpHeaders;

/** Who sends a poll and hears of it, on the connection's event loop. */
public interface PollListener {

  /**
   * The poll has ended. This comes exactly once for each poll, never from within {@link
   * Connection#send}; the next poll may be sent from here.
   */
  void ended(Result result);

  /** What a message may show of a server's text: all of it, or without what is secret. */
  default String shown(String text) {
    return text;
  }

  /**
   * The poll's last answer is a success, of this status; its end comes next.
   *
   * @param headers of it, which other answers may share: not to be changed
   */
  default void succeeded(int status, HttpHeaders headers) {}

  /**
   * The poll's answer was a redirect, and the poll goes on there.
   *
   * @param status of the answer
   * @param sentNanos when its request was sent
   * @param endNanos when its last byte had come
   */
  default void redirected(int status, long sentNanos, long endNanos) {}
}
