package fleetpoll.gatling;

/** Ends a poll that is in flight when its run is interrupted. */
final class Interruption extends RuntimeException {

  private static final long serialVersionUID = 1;

  static final Interruption INSTANCE = new Interruption();

  private Interruption() {
    super("the run was interrupted", null, false, false);
  }
}
