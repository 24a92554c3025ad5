package fleetpoll.gatling;

/** Ends a poll that is in flight when its device drops its connection. */
final class Dropped extends RuntimeException {

  private static final long serialVersionUID = 1;

  static final Dropped INSTANCE = new Dropped();

  private Dropped() {
    super("the device dropped its connection", null, false, false);
  }
}
