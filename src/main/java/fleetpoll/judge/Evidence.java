package fleetpoll.judge;

import fleetpoll.record.FleetRecorder;
import fleetpoll.run.EndpointTotals;
import fleetpoll.run.Latency;
import fleetpoll.run.Run;
import fleetpoll.schedule.Plan;
import fleetpoll.settings.FleetSettings;
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

  /** The evidence about a run, from what {@code fleet} recorded under {@code settings}. */
  public static Evidence of(Run run, FleetSettings settings, FleetRecorder fleet) {
    return new Evidence(
        run,
        Plan.of(settings).polls(),
        fleet.ticks(),
        Latency.of(fleet.lateness()),
        DeviceCounts.of(settings, fleet));
  }

  /** A count over all endpoints. */
  long sum(ToLongFunction<EndpointTotals> count) {
    return run.endpoints().stream().mapToLong(count).sum();
  }
}
