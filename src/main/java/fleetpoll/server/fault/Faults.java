package fleetpoll.server.fault;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All faults of one server. Safe to use from all event loops. */
public final class Faults {

  private final List<Fault> all;
  private final Map<Fault, TokenBucket> buckets = new HashMap<>();

  /**
   * @param all in the order in which they are tried; the first that hits wins
   */
  public Faults(List<Fault> all) {
    this.all = List.copyOf(all);
    for (Fault fault : all) {
      if (fault.kind() == FaultKind.RATE) {
        buckets.put(fault, new TokenBucket(fault.perSecond()));
      }
    }
  }

  /** Those that can hit a device. The devices of a {@link FaultKind#RATE} share its rate. */
  public FaultPlan of(String device) {
    return FaultPlan.of(
        all.stream().filter(fault -> fault.concerns(device)).toList(), buckets::get);
  }
}
