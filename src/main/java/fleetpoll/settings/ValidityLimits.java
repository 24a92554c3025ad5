package fleetpoll.settings;

import fleetpoll.config.Checked;
import java.time.Duration;

/**
 * The limits within which a generator is good enough for its figures to be believed.
 *
 * @param lateness how long the p99 of lateness may be, whatever the interval
 * @param missedPercent how many of the planned polls the generator may miss, in per cent
 * @param exhausted polls that may fail because the generator has no open file or local port left
 * @param cpuPercent how much of its cores, those of its machine or of its CPU quota, the generator
 *     may use in the mean, in per cent
 * @param gcPause how long the collector may stop the generator within one second
 * @param stall how long one of its event loops may stand still at once
 * @param ticks how many ticks a run needs before figures that are not good enough count against it
 */
public record ValidityLimits(
    Duration lateness,
    double missedPercent,
    long exhausted,
    double cpuPercent,
    Duration gcPause,
    Duration stall,
    long ticks) {
  static ValidityLimits of(Checked values) {
    return new ValidityLimits(
        values.get(FleetKeys.VALIDITY_LATENESS),
        values.get(FleetKeys.VALIDITY_MISSED),
        values.get(FleetKeys.VALIDITY_EXHAUSTED),
        values.get(FleetKeys.VALIDITY_CPU),
        values.get(FleetKeys.VALIDITY_GC_PAUSE),
        values.get(FleetKeys.VALIDITY_STALL),
        values.get(FleetKeys.VALIDITY_TICKS));
  }
}
