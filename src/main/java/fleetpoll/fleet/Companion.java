package fleetpoll.fleet;

import fleetpoll.record.FleetRecorder;

/** What accompanies a fleet from its start until its last device has left; waits for nothing. */
public interface Companion {

  /**
   * The fleet starts.
   *
   * @param endNanos when the last device's last interval is over, on the fleet's clock
   */
  void begin(FleetClock clock, FleetRecorder recorder, long endNanos);

  /** The last device has left. */
  void finish();
}
