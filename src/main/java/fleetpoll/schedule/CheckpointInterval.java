package fleetpoll.schedule;

import fleetpoll.settings.FleetSettings;
import java.time.Duration;
import java.util.Optional;

/**
 * How often a run stores a checkpoint: as often as the settings ask for, unless this would cost
 * more than a hundredth of a core.
 *
 * @param every whole seconds if it is not what the settings ask for
 * @param isLonger whether it is longer than the settings ask for
 */
public record CheckpointInterval(Duration every, boolean isLonger) {

  /** Processor time of one checkpoint; measured. */
  private static final long NANOS_PER_DEVICE = 30_000;

  private static final long NANOS_PER_DEVICE_AND_ENDPOINT = 150_000;

  /** One in so many nanoseconds may be spent. */
  private static final long PER_CORE = 100;

  private static final long SECOND_NANOS = 1_000_000_000;

  /** The interval of the fleet that {@code settings} describe; empty if it has no checkpoints. */
  public static Optional<CheckpointInterval> of(FleetSettings settings) {
    return settings
        .checkpoint()
        .map(asked -> of(asked, settings.ownDevices(), settings.endpoints().size()));
  }

  static CheckpointInterval of(Duration asked, int devices, int endpoints) {
    long costNanos = devices * (NANOS_PER_DEVICE + endpoints * NANOS_PER_DEVICE_AND_ENDPOINT);
    long leastNanos = costNanos * PER_CORE;
    if (leastNanos <= asked.toNanos()) {
      return new CheckpointInterval(asked, false);
    }
    long seconds = (leastNanos + SECOND_NANOS - 1) / SECOND_NANOS;
    return new CheckpointInterval(Duration.ofSeconds(seconds), true);
  }
}
