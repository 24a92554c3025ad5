package fleetpoll.run;

import fleetpoll.record.FleetRecorder;
import java.util.List;

/**
 * The longest time that a device of the fleet went without a success of any endpoint, from the
 * device's first due until it left.
 *
 * @param device the first of those that were silent for so long
 */
public record Silence(String device, double maxMs) {

  /** Null if no device had anything planned. */
  static Silence of(List<String> devices, FleetRecorder fleet) {
    int worst = -1;
    long worstNanos = 0;
    for (int device = 0; device < devices.size(); device++) {
      long nanos = fleet.device(device).silenceNanos();
      if (nanos > worstNanos) {
        worst = device;
        worstNanos = nanos;
      }
    }
    return worst < 0 ? null : new Silence(devices.get(worst), Decimals.nanosAsMillis(worstNanos));
  }
}
