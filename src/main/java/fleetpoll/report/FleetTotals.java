package fleetpoll.report;

import fleetpoll.run.EndpointTotals;
import fleetpoll.run.Run;
import java.util.function.ToLongFunction;

/** The counts of all endpoints together. */
record FleetTotals(long planned, long sent, long missed, long ok, long ko) {

  static FleetTotals of(Run run) {
    return new FleetTotals(
        sum(run, EndpointTotals::planned),
        sum(run, EndpointTotals::sent),
        sum(run, EndpointTotals::missed),
        sum(run, EndpointTotals::ok),
        sum(run, EndpointTotals::ko));
  }

  private static long sum(Run run, ToLongFunction<EndpointTotals> count) {
    return run.endpoints().stream().mapToLong(count).sum();
  }
}
