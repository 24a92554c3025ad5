package fleetpoll.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Asks its probes once a second, on a grid that does not drift: a late sample does not move the
 * next ones, and a missed instant is left out. It also samples the last part of a second, unless
 * that is too short for a rate.
 */
final class Sampler implements Runnable {

  private static final long SECOND_NANOS = 1_000_000_000;

  /**
   * The shortest time for a rate: the system counts time in hundredths of a second, and OSHI does
   * not read more often than this.
   */
  private static final long SHORTEST_NANOS = 300_000_000;

  private final List<Probe> probes;
  private final LongSupplier clock;
  private final long gridNanos;
  private final Pause pause;
  private final Consumer<List<Sample>> listener;
  private final Attempts attempts;
  private Long lastNanos;

  /** A wait that can be ended for good. */
  interface Pause {

    /** Waits; true when there is no more to wait for. */
    boolean isOver(long nanos) throws InterruptedException;
  }

  /**
   * @param clock nanoseconds since the fleet's origin
   * @param gridNanos an instant of the grid
   * @param listener receives the samples of each second, on the sampling thread
   */
  Sampler(
      List<Probe> probes,
      LongSupplier clock,
      long gridNanos,
      Pause pause,
      Consumer<List<Sample>> listener,
      Attempts attempts) {
    this.probes = List.copyOf(probes);
    this.clock = clock;
    this.gridNanos = gridNanos;
    this.pause = pause;
    this.listener = listener;
    this.attempts = attempts;
  }

  /** Samples from the next instant of the grid until the pause is over. */
  @Override
  public void run() {
    try {
      while (!pause.isOver(untilNext(clock.getAsLong()))) {
        sample(clock.getAsLong());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    long now = clock.getAsLong();
    if (lastNanos != null && now - lastNanos >= SHORTEST_NANOS) {
      sample(now);
    }
    probes.forEach(Probe::end);
  }

  private long untilNext(long nowNanos) {
    long wait = SECOND_NANOS - Math.floorMod(nowNanos - gridNanos, SECOND_NANOS);
    boolean tooSoon = lastNanos != null && nowNanos + wait - lastNanos < SHORTEST_NANOS;
    return tooSoon ? wait + SECOND_NANOS : wait;
  }

  private void sample(long atNanos) {
    lastNanos = atNanos;
    List<Sample> round = new ArrayList<>();
    for (Probe probe : probes) {
      attempts
          .read(probe.source().toString(), atNanos, () -> probe.sample(atNanos))
          .flatMap(Function.identity())
          .ifPresent(round::add);
    }
    attempts.read("progress", atNanos, () -> tell(round));
  }

  private boolean tell(List<Sample> round) {
    listener.accept(List.copyOf(round));
    return true;
  }
}
