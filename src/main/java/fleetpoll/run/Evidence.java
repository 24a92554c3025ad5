package fleetpoll.run;

import fleetpoll.record.FleetRecorder;
import fleetpoll.schedule.Plan;
import fleetpoll.settings.FleetSettings;
import java.time.Duration;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What a run is judged by.
 *
 * @param interval between two ticks of a device
 * @param scheduled polls that the settings hold, to the end of the run
 * @param ticks that came due before the end
 * @param endpoints totals of the fleet
 * @param lateness of all polls sent, whatever their endpoint
 * @param cores processors of the generator's machine
 */
public record Evidence(
    Duration interval,
    long scheduled,
    long ticks,
    List<EndpointTotals> endpoints,
    Latency lateness,
    Resources resources,
    int cores) {

  /** What {@code fleet} recorded under {@code settings}, and what it cost. */
  public static Evidence of(
      FleetSettings settings,
      FleetRecorder fleet,
      List<EndpointTotals> totals,
      Resources resources,
      int cores) {
    return new Evidence(
        settings.interval(),
        Plan.of(settings).polls(),
        fleet.ticks(),
        totals,
        Latency.of(fleet.lateness()),
        resources,
        cores);
  }

  /** A count over all endpoints. */
  long sum(ToLongFunction<EndpointTotals> count) {
    return endpoints.stream().mapToLong(count).sum();
  }

  /** Null where there is no whole. */
  static Double percent(long part, long whole) {
    return whole == 0 ? null : Double.valueOf(100.0 * part / whole);
  }
}
