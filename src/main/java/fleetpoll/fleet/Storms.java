package fleetpoll.fleet;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/** Tells a device of each storm when it strikes. Belongs to the device's event loop. */
public final class Storms {

  private final List<Long> stormNanos;
  private Future<?> timer;

  /**
   * @param stormNanos instants on the fleet's clock, in order
   */
  public Storms(List<Long> stormNanos) {
    this.stormNanos = stormNanos;
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
    if (storm == stormNanos.size()) {
      return;
    }
    Runnable strike =
        () -> {
          await(storm + 1, clock, eventLoop, struck);
          struck.accept(storm);
        };
    long wait = Math.max(0, stormNanos.get(storm) - clock.nowNanos());
    timer = eventLoop.schedule(strike, wait, TimeUnit.NANOSECONDS);
  }

  /** The device has left: no further storm concerns it. */
  public void end() {
    if (timer != null) {
      timer.cancel(false);
    }
  }
}
