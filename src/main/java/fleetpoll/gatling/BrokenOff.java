package fleetpoll.gatling;

import fleetpoll.record.Outcome;

/** Ends a poll in flight that the device or the run itself gives up. */
final class BrokenOff extends RuntimeException {

  private static final long serialVersionUID = 1;

  static final BrokenOff INTERRUPTED =
      new BrokenOff("the run was interrupted", Outcome.INTERRUPTED);
  static final BrokenOff DROPPED =
      new BrokenOff("the device dropped its connection", Outcome.DROPPED);

  private final transient Outcome outcome;

  private BrokenOff(String message, Outcome outcome) {
    super(message, null, false, false);
    this.outcome = outcome;
  }

  Outcome outcome() {
    return outcome;
  }
}
