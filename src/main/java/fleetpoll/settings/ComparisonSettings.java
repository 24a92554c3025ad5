package fleetpoll.settings;

import fleetpoll.config.Checked;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
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

  /**
   * The order in which a round polls the targets: each round begins with the next of them. So each
   * has each place once in as many rounds as there are targets (a cyclic Latin square), and what
   * the place does evens out.
   *
   * @param round from 1
   */
  public List<String> order(int round) {
    List<String> order = new ArrayList<>(targets);
    Collections.rotate(order, 1 - round);
    return order;
  }

  static ComparisonSettings of(Checked values) {
    return new ComparisonSettings(
        values.get(FleetKeys.TARGET),
        values.get(FleetKeys.COMPARE_ROUNDS),
        values.get(FleetKeys.COMPARE_COOL_DOWN),
        values.get(FleetKeys.COMPARE_FORCE));
  }
}
