package fleetpoll.app.capacity;

import fleetpoll.capacity.Searches.Next;
import fleetpoll.capacity.TrialResult;
import java.io.IOException;
import java.time.Duration;

/** A run that shall be a trial, under way or ended. */
interface Attempt {

  /** What it tries. */
  Next next();

  /** Waits for its end and returns its exit code. */
  int await() throws InterruptedException;

  /** Lets it end in order, waits for that and returns its exit code; it may have ended before. */
  int end();

  /** The time since its start. */
  Duration age();

  /**
   * What it says, when it has ended.
   *
   * @param number of the trial, if it counts
   * @param code with which it ended
   */
  TrialResult result(int number, int code);

  /** Starts such runs. */
  interface Start {

    /** Starts one. */
    Attempt of(Next next) throws IOException;
  }
}
