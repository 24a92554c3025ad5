package fleetpoll.settings;

import fleetpoll.config.Checked;
import java.time.Duration;

/**
 * Up to where a generator is good enough to be believed.
 *
 * @param latenessPercent of the interval that the p99 of lateness may be
 * @param latenessFloor that the p99 of lateness may be however short the interval is
 * @param missedPercent of the planned polls that the generator may miss
 * @param exhausted polls that may fail because the generator has no open file or local port left
 * @param cpuPercent of the machine's cores that the generator may use in the mean
 * @param gcPause for which the collector may stop the generator within one second
 * @param ticks below which there is too little to go by
 */
public record ValidityLimits(
    double latenessPercent,
    Duration latenessFloor,
    double missedPercent,
    long exhausted,
    double cpuPercent,
    Duration gcPause,
    long ticks) {
  static ValidityLimits of(Checked values) {
    return new ValidityLimits(
        values.get(FleetKeys.VALIDITY_LATENESS),
        values.get(FleetKeys.VALIDITY_LATENESS_FLOOR),
        values.get(FleetKeys.VALIDITY_MISSED),
        values.get(FleetKeys.VALIDITY_EXHAUSTED),
        values.get(FleetKeys.VALIDITY_CPU),
        values.get(FleetKeys.VALIDITY_GC_PAUSE),
        values.get(FleetKeys.VALIDITY_TICKS));
  }
}
