package fleetpoll.settings;

import fleetpoll.config.Checked;
import fleetpoll.config.RedisUrl;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where the counters of a run can be read while it goes on.
 *
 * @param redis which is told once a second
 * @param port of 127.0.0.1 on which Prometheus finds them, 1 to 65535
 * @param devices whether Prometheus finds those of each device too
 */
public record LiveSettings(Optional<RedisUrl> redis, OptionalInt port, boolean devices) {

  /** Nowhere. */
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
