package fleetpoll.app;

import fleetpoll.process.ExitCode;

/** Ends the JVM before there is anything to end in order. */
final class Exit {

  private Exit() {}

  /** Prints why, and ends the JVM: an exception would reach the user as a stack trace. */
  static Error with(ExitCode code, String message) {
    System.err.println(message);
    System.exit(code.number());
    return new AssertionError("the JVM has ended");
  }
}
