package fleetpoll.gatling;

/**
 * Refuses to send a request again after a kept connection closed before the answer was complete.
 * Gatling's client would silently send it again, even a POST and even after half an answer, and
 * report one success for two requests.
 */
final class ReplayRefused extends RuntimeException {

  private static final long serialVersionUID = 1;

  static final ReplayRefused INSTANCE = new ReplayRefused();

  private ReplayRefused() {
    super("the connection closed before the answer was complete", null, false, false);
  }
}
