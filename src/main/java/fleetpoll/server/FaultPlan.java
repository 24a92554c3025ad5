package fleetpoll.server;

import java.util.List;
import java.util.Optional;

/**
 * The faults that hit one device.
 *
 * @param latencyNanos how much later each of its answers is: the sum of its latency faults
 * @param faults its other faults, in the order in which they are tried
 */
record FaultPlan(long latencyNanos, List<Fault> faults) {

  static final FaultPlan NONE = new FaultPlan(0, List.of());

  static FaultPlan of(String device, List<Fault> all) {
    if (all.isEmpty()) {
      return NONE;
    }
    List<Fault> own = all.stream().filter(fault -> fault.concerns(device)).toList();
    return new FaultPlan(
        own.stream().mapToLong(fault -> fault.latency().toNanos()).sum(),
        own.stream().filter(fault -> fault.kind() != FaultKind.LATENCY).toList());
  }

  /**
   * The fault that hits a request.
   *
   * @param n the number of the request among the device's measured ones, from 0
   */
  Optional<FaultKind> hit(long n) {
    for (Fault fault : faults) {
      if (fault.hits(n)) {
        return Optional.of(fault.kind());
      }
    }
    return Optional.empty();
  }
}
