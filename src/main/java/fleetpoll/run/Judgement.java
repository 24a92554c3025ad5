package fleetpoll.run;

/** What a run is worth. */
public enum Judgement {
  /** The generator was good enough, and there were no service levels to meet. */
  VALID,
  /** The generator was good enough, and every service level was met. */
  PASS,
  /** The generator was good enough, and a service level was not met. */
  FAIL,
  /** The generator was not good enough: what was measured says little about the target. */
  INVALID;

  /** Whether nothing speaks against the target or the run. */
  public boolean isSuccess() {
    return this == VALID || this == PASS;
  }
}
