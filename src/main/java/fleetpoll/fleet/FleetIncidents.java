package fleetpoll.fleet;

import fleetpoll.figure.Numbers;
import fleetpoll.http.Loop;
import fleetpoll.text.Reason;
import fleetpoll.watch.Happening;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;

/** Counts incidents that are not the outcome of a poll. Safe for concurrent use. */
final class FleetIncidents implements Loop.Incidents {

  private final Runnable outOfMemory;
  private final LongAdder surplus = new LongAdder();
  private final LongAdder faults = new LongAdder();
  private final AtomicReference<String> firstFault = new AtomicReference<>();

  /**
   * @param outOfMemory called whenever memory was missing; returns at once
   */
  FleetIncidents(Runnable outOfMemory) {
    this.outOfMemory = outOfMemory;
  }

  @Override
  public void surplus() {
    surplus.increment();
  }

  @Override
  public void fault(Throwable thrown) {
    if (thrown instanceof OutOfMemoryError) {
      // First: what follows takes memory.
      outOfMemory.run();
    }
    faults.increment();
    firstFault.compareAndSet(null, Reason.of(thrown));
  }

  /** Runs what others have handed in; if it throws, that is a fault, and the fleet goes on. */
  void guard(Runnable callback) {
    try {
      callback.run();
    } catch (RuntimeException | Error thrown) {
      fault(thrown);
    }
  }

  /** The incidents so far, as happenings of the run. */
  List<Happening> happenings(long atNanos) {
    List<Happening> happenings = new ArrayList<>();
    if (surplus.sum() > 0) {
      happenings.add(
          new Happening(
              atNanos,
              "surplus",
              "The server sent more than the answer on %s; each was closed."
                  .formatted(Numbers.counted(surplus.sum(), "connection"))));
    }
    if (faults.sum() > 0) {
      happenings.add(
          new Happening(
              atNanos,
              "fault",
              "Something of the generator's own broke %s, first: %s"
                  .formatted(Numbers.counted(faults.sum(), "time"), firstFault.get())));
    }
    return happenings;
  }
}
