package fleetpoll.process;

/** What a process of Fleetpoll says by its exit code. */
public enum ExitCode {

  /** It has done what was asked for. */
  OK(0),

  /** It could not be done, or has left no record; the standard error says why. */
  FAILURE(1),

  /**
   * A run has a record and did not pass: what Gatling's Maven plugin takes for failed assertions.
   */
  NOT_PASSED(2),

  /** EX_USAGE of sysexits.h: what was asked for cannot be done. */
  BAD_INPUT(64),

  /** 128 + SIGTERM: as if the signal that ended the parent had reached this process. */
  TERMINATED(143);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  /** As the operating system has it. */
  public int number() {
    return number;
  }
}
