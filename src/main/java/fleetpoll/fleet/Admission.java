package fleetpoll.fleet;

import java.util.function.IntPredicate;

/**
 * Whether a device may poll: some must log in first, and again when an answer says so. A device
 * whose login has failed tries again at its next tick. Belongs to the device's thread.
 */
final class Admission {

  private static final IntPredicate NONE = status -> false;

  private final boolean logsIn;
  private final IntPredicate renewOn;
  private boolean isOpen;
  private boolean isTried;
  private boolean isPending;

  private Admission(boolean isOpen, boolean logsIn, IntPredicate renewOn) {
    this.isOpen = isOpen;
    this.logsIn = logsIn;
    this.renewOn = renewOn;
  }

  /** Of a device that polls without a login. */
  static Admission free() {
    return new Admission(true, false, NONE);
  }

  /** Of a device that lacks what its requests contain, and will not get it. */
  static Admission never() {
    return new Admission(false, false, NONE);
  }

  /**
   * Of a device that must log in before its first poll.
   *
   * @param renewOn statuses of a poll after which it must log in again
   */
  static Admission byLogin(IntPredicate renewOn) {
    return new Admission(false, true, renewOn);
  }

  /** Whether the device may poll. */
  boolean isOpen() {
    return isOpen;
  }

  /** Whether a login is in flight. */
  boolean isPending() {
    return isPending;
  }

  /** A tick begins: a device that is not logged in tries again. */
  void beginTick() {
    isTried = false;
  }

  /** Whether the device must log in now; it does so then. */
  boolean begins() {
    if (isOpen || isTried || !logsIn) {
      return false;
    }
    isTried = true;
    isPending = true;
    return true;
  }

  /** The login in flight has ended, or has been given up. */
  void ended(boolean isOk) {
    isPending = false;
    isOpen = isOk;
  }

  /**
   * A poll was answered with this status; 0 if it was not.
   *
   * @return whether its login is over, so that the device logs in again
   */
  boolean answered(int status) {
    boolean isOver = isOpen && renewOn.test(status);
    if (isOver) {
      isOpen = false;
      isTried = false;
    }
    return isOver;
  }
}
