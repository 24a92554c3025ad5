package fleetpoll.settings.behavior;

import java.time.Duration;

/**
 * A device polls for a while, then leaves, and comes back.
 *
 * @param on for how long it polls, at least one interval
 * @param off for how long it is away without a connection, at least one interval; it plans no tick
 *     then
 */
public record DutySettings(Duration on, Duration off) {

  /** From one coming back to the next. */
  public Duration cycle() {
    return on.plus(off);
  }
}
