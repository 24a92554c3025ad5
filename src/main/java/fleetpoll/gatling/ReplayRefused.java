package fleetpoll.gatling;

/**
 * A kept connection closed before the answer was complete. Gatling's client would silently send the
 * request again, POST too, even behind half an answer, and show one success for two requests.
 */
final class ReplayRefused extends RuntimeException {

  private static final long serialVersionUID = 1;

  static final ReplayRefused INSTANCE = new ReplayRefused();

  private ReplayRefused() {
    super("the connection closed before the answer was complete", null, false, false);
  }
}
