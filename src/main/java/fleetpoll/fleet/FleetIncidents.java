package fleetpoll.fleet;

import fleetpoll.http.Loop;
import fleetpoll.watch.Happening;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
    firstFault.compareAndSet(null, thrown.toString());
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
              String.format(
                  Locale.ROOT,
                  "The server sent more than the answer on %,d connections; each was closed.",
                  surplus.sum())));
    }
    if (faults.sum() > 0) {
      happenings.add(
          new Happening(
              atNanos,
              "fault",
              String.format(
                  Locale.ROOT,
                  "Something of the generator's own broke %,d times, first: %s",
                  faults.sum(),
                  firstFault.get())));
    }
    return happenings;
  }
}
