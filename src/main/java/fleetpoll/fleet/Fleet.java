package fleetpoll.fleet;

import fleetpoll.record.FleetRecorder;
import fleetpoll.schedule.FleetSchedule;
import fleetpoll.settings.FleetSettings;
import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The devices of a run together: they start on one clock when all have arrived, and are interrupted
 * together. Safe for concurrent use.
 */
public final class Fleet {

  /** Lets every event loop hear of the start before the first device is due. */
  private static final long LEAD_NANOS = 100_000_000;

  private final FleetSettings settings;
  private final FleetSchedule schedule;
  private final FleetRecorder recorder;
  private final List<Companion> companions;
  private final List<Arrival> arrivals = new ArrayList<>();
  private final AtomicLong endNanos = new AtomicLong();
  private final AtomicInteger left = new AtomicInteger();
  private FleetClock clock;
  private Long interruptedNanos;

  public Fleet(FleetSettings settings, Companion... companions) {
    this.settings = settings;
    this.companions = List.of(companions);
    this.schedule = new FleetSchedule(settings);
    this.recorder = new FleetRecorder(settings);
  }

  private record Arrival(Member device, EventLoop eventLoop) {

    void run(Runnable task) {
      try {
        eventLoop.execute(task);
      } catch (RejectedExecutionException theRunIsOver) {
        return;
      }
    }
  }

  public FleetSettings settings() {
    return settings;
  }

  public FleetSchedule schedule() {
    return schedule;
  }

  public FleetRecorder recorder() {
    return recorder;
  }

  /** A virtual user is there; the last one starts the fleet. */
  public synchronized void arrive(Member device, EventLoop eventLoop) {
    arrivals.add(new Arrival(device, eventLoop));
    if (interruptedNanos != null) {
      device.interrupt();
    } else if (arrivals.size() == settings.devices()) {
      start(eventLoop);
    }
  }

  private void start(EventLoop eventLoop) {
    clock = FleetClock.startingIn(LEAD_NANOS);
    FleetClock started = clock;
    companions.forEach(c -> c.begin(started, recorder, schedule.endNanos()));
    arrivals.forEach(arrival -> arrival.run(() -> arrival.device.start(started)));
    eventLoop.scheduleAtFixedRate(
        () -> recorder.settle(started.nowNanos()), 1, 1, TimeUnit.SECONDS);
  }

  /** Ends every device in order; changes nothing when all have left, or were told before. */
  public synchronized void interrupt() {
    if (interruptedNanos == null && left.get() < settings.devices()) {
      interruptedNanos = clock == null ? 0 : clock.nowNanos();
      arrivals.forEach(arrival -> arrival.run(arrival.device::interrupt));
    }
  }

  /** A device has left; with the last one there is nothing more to watch. */
  public void left(long nowNanos) {
    endNanos.accumulateAndGet(nowNanos, Math::max);
    if (left.incrementAndGet() == settings.devices()) {
      companions.forEach(Companion::finish);
    }
  }

  /** When the last device left, on the fleet's clock. */
  public long endNanos() {
    return endNanos.get();
  }

  /** When the run was interrupted, on the fleet's clock. */
  public synchronized Optional<Long> interruptedNanos() {
    return Optional.ofNullable(interruptedNanos);
  }

  /** Empty before all devices have arrived. */
  public synchronized Optional<FleetClock> clock() {
    return Optional.ofNullable(clock);
  }
}
