package fleetpoll.settings;

import fleetpoll.config.Checked;
import fleetpoll.config.Key;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * By how much a run may be worse than its baseline; empty: by any amount.
 *
 * @param successPoints percentage points of the polls sent
 * @param missedPoints percentage points of the polls planned
 * @param p50Percent of the baseline's time, like the next two, for both service and response times
 * @param floor how much longer every time may be in any case, unless it is then more than twice as
 *     long
 * @param cpuPercent of the baseline's processor time per request
 * @param memoryPercent of the baseline's peak memory
 */
public record Tolerance(
    OptionalDouble successPoints,
    OptionalDouble missedPoints,
    OptionalDouble p50Percent,
    OptionalDouble p95Percent,
    OptionalDouble p99Percent,
    Duration floor,
    OptionalDouble cpuPercent,
    OptionalDouble memoryPercent) {
  static Tolerance of(Checked values) {
    return new Tolerance(
        percent(values, FleetKeys.TOLERANCE_SUCCESS),
        percent(values, FleetKeys.TOLERANCE_MISSED),
        percent(values, FleetKeys.TOLERANCE_P50),
        percent(values, FleetKeys.TOLERANCE_P95),
        percent(values, FleetKeys.TOLERANCE_P99),
        values.get(FleetKeys.TOLERANCE_FLOOR),
        percent(values, FleetKeys.TOLERANCE_CPU),
        percent(values, FleetKeys.TOLERANCE_MEMORY));
  }

  private static OptionalDouble percent(Checked values, Key<Optional<Double>> key) {
    return values.get(key).map(OptionalDouble::of).orElse(OptionalDouble.empty());
  }
}
