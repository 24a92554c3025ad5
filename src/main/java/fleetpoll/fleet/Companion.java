package fleetpoll.fleet;

import fleetpoll.record.FleetRecorder;

/**
 * Accompanies a fleet from its start until its last device has left. Its methods return at once.
 */
public interface Companion {

  /**
   * Called when the fleet starts.
   *
   * @param endNanos when the last device's last interval is over, on the fleet's clock
   */
  void begin(FleetClock clock, FleetRecorder recorder, long endNanos);

  /** Called when the last device has left. */
  void finish();

  /** Called when the JVM could not do for a device what it should have done: out of memory. */
  default void outOfMemory() {}
}
