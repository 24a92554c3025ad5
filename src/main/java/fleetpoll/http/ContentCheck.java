package fleetpoll.http;

/** Judges the content of an answer whose status and length are as expected. */
public interface ContentCheck {

  /**
   * What is wrong with the body, or null if nothing is.
   *
   * @param body whole, after its Content-Encoding was undone if the request asked for one
   */
  String fault(byte[] body);
}
