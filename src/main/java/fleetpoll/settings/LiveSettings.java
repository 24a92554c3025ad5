package fleetpoll.settings;

import fleetpoll.config.Checked;
import fleetpoll.config.RedisUrl;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where others can read the counters of a run while it goes on.
 *
 * @param redis receives the counters once a second
 * @param port of 127.0.0.1 on which Prometheus finds them, 1 to 65535
 * @param devices whether Prometheus also finds the counters of each device
 */
public record LiveSettings(Optional<RedisUrl> redis, OptionalInt port, boolean devices) {

  /** No live counters. */
  public static final LiveSettings NONE =
      new LiveSettings(Optional.empty(), OptionalInt.empty(), false);

  static LiveSettings of(Checked values) {
    return new LiveSettings(
        values.get(FleetKeys.LIVE_REDIS),
        values
            .get(FleetKeys.LIVE_PORT)
            .map(port -> OptionalInt.of(Math.toIntExact(port)))
            .orElse(OptionalInt.empty()),
        values.get(FleetKeys.LIVE_DEVICES));
  }
}
