package fleetpoll.server;

/**
 * Thrown if a target cannot be started because this machine lacks what it needs; the message says
 * what.
 */
public final class NotInstalled extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  NotInstalled(String message) {
    super(message);
  }
}
