package fleetpoll.settings.behavior;

import java.time.Duration;
import java.util.Optional;

/**
 * What a device does by itself.
 *
 * @param jitter by how much each tick is later than its place on the grid, at most, at random; at
 *     most one interval
 * @param retry how long a device stays away after failures; empty: it does not
 * @param duty when a device is away on its own account; empty: never
 * @param link between a device and its server; empty: as fast as the network is
 */
public record BehaviorSettings(
    Duration jitter,
    Optional<RetrySettings> retry,
    Optional<DutySettings> duty,
    Optional<LinkSettings> link) {

  /** A plain device's. */
  public static final BehaviorSettings NONE =
      new BehaviorSettings(Duration.ZERO, Optional.empty(), Optional.empty(), Optional.empty());
}
