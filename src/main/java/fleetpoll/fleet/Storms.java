package fleetpoll.fleet;

import fleetpoll.schedule.FleetSchedule;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/** When storms strike a device, and until when it then stays away. Belongs to its event loop. */
public final class Storms {

  private final FleetSchedule schedule;
  private final int device;
  private Future<?> timer;
  private long backNanos = Long.MIN_VALUE;
  private boolean away;

  public Storms(FleetSchedule schedule, int device) {
    this.schedule = schedule;
    this.device = device;
  }

  /**
   * Awaits every storm in turn.
   *
   * @param struck is told of each, by its number
   */
  public void await(FleetClock clock, EventLoop eventLoop, IntConsumer struck) {
    await(0, clock, eventLoop, struck);
  }

  private void await(int storm, FleetClock clock, EventLoop eventLoop, IntConsumer struck) {
    if (storm == schedule.stormNanos().size()) {
      return;
    }
    Runnable strike =
        () -> {
          backNanos = schedule.backNanos(device, storm);
          away = backNanos > clock.nowNanos();
          await(storm + 1, clock, eventLoop, struck);
          struck.accept(storm);
        };
    long wait = Math.max(0, schedule.stormNanos().get(storm) - clock.nowNanos());
    timer = eventLoop.schedule(strike, wait, TimeUnit.NANOSECONDS);
  }

  /** Whether the device stays away. */
  public boolean isAway() {
    return away;
  }

  /** Until when it does, or last did; long ago where it never did. */
  public long backNanos() {
    return backNanos;
  }

  /** The device comes back. */
  public void comeBack() {
    away = false;
  }

  /** The device has left: no further storm concerns it. */
  public void end() {
    if (timer != null) {
      timer.cancel(false);
    }
  }
}
