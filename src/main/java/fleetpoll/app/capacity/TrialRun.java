package fleetpoll.app.capacity;

import fleetpoll.app.ChildRun;
import fleetpoll.capacity.CapacityFolder;
import fleetpoll.capacity.Searches.Next;
import fleetpoll.capacity.TrialResult;
import fleetpoll.run.RunFolder;
import fleetpoll.text.Reason;
import java.io.IOException;
import java.time.Duration;

/**
 * The run of a trial, in a process of its own.
 *
 * @param search the folder of the search, in which the run's folder is made
 * @param startNanos of the process
 */
record TrialRun(Next next, ChildRun child, CapacityFolder search, long startNanos)
    implements Attempt {

  /** Starts it. */
  static TrialRun start(
      Next next, Class<?> simulation, TrialParameters parameters, CapacityFolder search)
      throws IOException {
    ChildRun child =
        ChildRun.start(simulation, search.path(), parameters.of(next.target(), next.devices()));
    return new TrialRun(next, child, search, System.nanoTime());
  }

  @Override
  public int await() throws InterruptedException {
    return child.await();
  }

  @Override
  public int end() {
    return child.end();
  }

  @Override
  public Duration age() {
    return Duration.ofNanos(System.nanoTime() - startNanos);
  }

  @Override
  public TrialResult result(int number, int code) {
    try {
      RunFolder folder = child.folder().orElseThrow(() -> new IOException("it has no run folder"));
      return TrialResult.of(number, next, folder.run(), folder, search).unlessCode(code);
    } catch (IOException e) {
      return new TrialResult.SaysNothing(
          "The run ended with exit code %s and without a record: %s."
              .formatted(code, Reason.of(e)));
    }
  }
}
