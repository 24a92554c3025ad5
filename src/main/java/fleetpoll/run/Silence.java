package fleetpoll.run;

import fleetpoll.record.FleetRecorder;
import fleetpoll.record.SilenceSummary;
import java.util.List;

/**
 * The longest time that a device went without a success of any endpoint, from its first due until
 * it left.
 *
 * @param fromS when it began, in seconds since the measured window began
 * @param heldBackMs for how long of it the generator held the device back by missing its polls:
 *     until the next poll was due; null: unknown, as in a run that an earlier Fleetpoll stored
 */
public record Silence(String device, double maxMs, double fromS, Double heldBackMs) {

  /** The same silence on a time axis that begins {@code shiftS} seconds earlier. */
  public Silence later(double shiftS) {
    return new Silence(device, maxMs, Decimals.thousandths(fromS + shiftS), heldBackMs);
  }

  /** The silence of one device; null if it had nothing planned. */
  static Silence of(List<String> devices, FleetRecorder fleet, int device) {
    return of(devices.get(device), fleet.device(device).silence(), fleet.windowStartNanos());
  }

  /**
   * The silence of {@code device}; null if it had nothing planned.
   *
   * @param windowStartNanos when the measured window began
   */
  public static Silence of(String device, SilenceSummary silence, long windowStartNanos) {
    return silence.nanos() == 0
        ? null
        : new Silence(
            device,
            Decimals.nanosAsMillis(silence.nanos()),
            Decimals.seconds(silence.fromNanos() - windowStartNanos),
            Decimals.nanosAsMillis(silence.heldBackNanos()));
  }

  /** That of the device that was silent the longest; null if no device had anything planned. */
  static Silence longest(List<String> devices, FleetRecorder fleet) {
    Silence longest = null;
    for (int device = 0; device < devices.size(); device++) {
      Silence silence = of(devices, fleet, device);
      if (silence != null && (longest == null || silence.maxMs > longest.maxMs)) {
        longest = silence;
      }
    }
    return longest;
  }
}
