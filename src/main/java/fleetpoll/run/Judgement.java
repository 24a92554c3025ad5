package fleetpoll.run;

/** The verdict on a run, in a word. */
public enum Judgement {
  /** The generator was good enough, and there were no service levels to meet. */
  VALID,
  /** The generator was good enough, and every service level was met. */
  PASS,
  /** The generator was good enough, and a service level was not met. */
  FAIL,
  /** The generator was not good enough: the measurements say little about the target. */
  INVALID;

  /** Whether the run is valid and did not fail. */
  public boolean isSuccess() {
    return this == VALID || this == PASS;
  }
}
