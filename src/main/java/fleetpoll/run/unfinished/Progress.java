package fleetpoll.run.unfinished;

/** How far the process that makes a run has come, as far as this machine can tell. */
public enum Progress {
  /** The process is there. */
  GOES_ON,
  /** The process is of another machine or container, and its files have changed lately. */
  UNKNOWN,
  /** The process is gone, or its files have not changed for a while. */
  CUT_SHORT,
  /** The run came to its end. */
  ENDED
}
