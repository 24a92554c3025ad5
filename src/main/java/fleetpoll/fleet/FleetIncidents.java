package fleetpoll.fleet;

import fleetpoll.http.Incidents;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;

/** Counts what no poll's outcome says. Safe for concurrent use. */
public final class FleetIncidents implements Incidents {

  private final LongAdder surplus = new LongAdder();
  private final LongAdder faults = new LongAdder();
  private final AtomicReference<String> firstFault = new AtomicReference<>();

  @Override
  public void surplus() {
    surplus.increment();
  }

  @Override
  public void fault(Throwable thrown) {
    faults.increment();
    firstFault.compareAndSet(null, thrown.toString());
  }

  /** How many connections brought more than the answers that were asked for. */
  public long surplusCount() {
    return surplus.sum();
  }

  /** How often something of the generator's own broke. */
  public long faultCount() {
    return faults.sum();
  }

  /** What broke first. */
  public Optional<String> firstFault() {
    return Optional.ofNullable(firstFault.get());
  }
}
