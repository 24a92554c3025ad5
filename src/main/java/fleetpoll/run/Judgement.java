package fleetpoll.run;

/** The verdict on a run, in a word. */
public enum Judgement {
  /** The generator was good enough, and there was no service level that could be judged. */
  VALID,
  /** The generator was good enough, and every service level that could be judged was met. */
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
