package fleetpoll.process;

/** The exit codes of Fleetpoll's processes. */
public enum ExitCode {

  /** It has done what was asked for. */
  OK(0),

  /** It failed or left no record; the standard error says why. */
  FAILURE(1),

  /**
   * A run has a record and did not pass, or a search has no answer; Gatling's Maven plugin reports
   * failed assertions.
   */
  NOT_PASSED(2),

  /** EX_USAGE of sysexits.h: the request is wrong or cannot be fulfilled. */
  BAD_INPUT(64),

  /** EX_UNAVAILABLE of sysexits.h: the server to poll accepts no connection. */
  UNAVAILABLE(69),

  /** 128 + SIGTERM: as if the signal that ended the parent had reached this process. */
  TERMINATED(143);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  /** The number that the operating system sees. */
  public int number() {
    return number;
  }
}
