package fleetpoll.settings;

import fleetpoll.config.Checked;
import java.time.Duration;
import java.util.List;

/**
 * How servers are compared.
 *
 * @param targets as they were written, at least one, none twice; the first is the reference
 * @param rounds how often each target is polled
 * @param coolDown between two runs
 * @param force whether runs that differ in more than their servers, or from their baseline, are
 *     compared anyway
 */
public record ComparisonSettings(
    List<String> targets, int rounds, Duration coolDown, boolean force) {

  public ComparisonSettings {
    targets = List.copyOf(targets);
  }

  /** How many runs there are; one run is no comparison. */
  public int runs() {
    return targets.size() * rounds;
  }

  static ComparisonSettings of(Checked values) {
    return new ComparisonSettings(
        values.get(FleetKeys.TARGET),
        values.get(FleetKeys.COMPARE_ROUNDS),
        values.get(FleetKeys.COMPARE_COOL_DOWN),
        values.get(FleetKeys.COMPARE_FORCE));
  }
}
