package fleetpoll.settings;

import fleetpoll.config.Checked;
import java.time.Duration;
import java.util.List;

/**
 * When all devices drop their connections at the same time, and how long they stay away.
 *
 * @param at instants since the measured window began, in order, none twice
 * @param backOff how long each device stays away at least
 * @param jitter up to how much longer, at random
 */
public record StormSettings(List<Duration> at, Duration backOff, Duration jitter) {

  /** No storms. */
  public static final StormSettings NONE =
      new StormSettings(List.of(), Duration.ZERO, Duration.ZERO);

  static StormSettings of(Checked values) {
    return new StormSettings(
        values.get(FleetKeys.STORM_AT).stream().sorted().distinct().toList(),
        values.get(FleetKeys.STORM_BACK_OFF),
        values.get(FleetKeys.STORM_JITTER));
  }
}
