package fleetpoll.fleet;

import fleetpoll.http.Deadlines;
import fleetpoll.stall.StallRecorder;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * Beats every 10 ms on an event loop. A beat that comes late tells for how long the loop stood
 * still, and each beat fails the polls whose time is over. The time of a stall counts for no poll's
 * time-out: the generator could neither send nor read in it, and the answer may lie in the socket.
 * Belongs to the event loop.
 */
final class Heartbeat {

  private final StallRecorder stalls;
  private final Deadlines deadlines;
  private final FleetIncidents incidents;
  private final LongSupplier clock;
  private final LongConsumer timer;
  private boolean beats;

  /**
   * @param timer calls {@link #beat} at an instant of the clock, or somewhat later
   */
  Heartbeat(
      StallRecorder stalls,
      Deadlines deadlines,
      FleetIncidents incidents,
      LongSupplier clock,
      LongConsumer timer) {
    this.stalls = stalls;
    this.deadlines = deadlines;
    this.incidents = incidents;
    this.clock = clock;
    this.timer = timer;
  }

  void begin() {
    beats = true;
    stalls.begin(clock.getAsLong());
    timer.accept(stalls.dueNanos());
  }

  void beat() {
    if (!beats) {
      return;
    }
    long nowNanos = clock.getAsLong();
    long stallNanos = stalls.beat(nowNanos);
    if (stallNanos > 0) {
      deadlines.postpone(stallNanos);
    }
    // Also after a stall: where one follows the other, polls would never time out.
    incidents.guard(() -> deadlines.check(nowNanos));
    if (beats) {
      timer.accept(stalls.dueNanos());
    }
  }

  void end() {
    beats = false;
    stalls.end(clock.getAsLong());
  }
}
