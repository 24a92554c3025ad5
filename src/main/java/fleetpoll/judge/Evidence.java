package fleetpoll.judge;

import fleetpoll.run.EndpointTotals;
import fleetpoll.run.Latency;
import fleetpoll.run.Run;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * The facts by which a run is judged.
 *
 * @param run the run itself, not yet judged
 * @param scheduled polls that the settings hold, to the end of the run
 * @param ticks that came due before the end
 * @param lateness of all polls sent to all endpoints
 * @param devices that planned a poll, in order
 */
public record Evidence(
    Run run, long scheduled, long ticks, Latency lateness, List<DeviceCounts> devices) {

  /**
   * The evidence about a run that knows what came due: one that this process makes, or a stored
   * one.
   */
  public static Evidence of(Run run, Latency lateness, List<DeviceCounts> devices) {
    return new Evidence(run, run.due().scheduled(), run.due().ticks(), lateness, devices);
  }

  /** A count over all endpoints. */
  long sum(ToLongFunction<EndpointTotals> count) {
    return run.endpoints().stream().mapToLong(count).sum();
  }
}
