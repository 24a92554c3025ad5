package fleetpoll.schedule;

import fleetpoll.settings.behavior.RetrySettings;
import fleetpoll.settings.shard.ShardSettings;

/**
 * Says for how long devices stay away after failures: the same for the same seed.
 *
 * @param seed the fleet's
 * @param shard says which device of the fleet is at which place
 */
public record RetrySchedule(RetrySettings settings, long seed, ShardSettings shard) {

  /** A use of random numbers that no other has. */
  private static final int RETRY = -3;

  /**
   * For how long a device stays away after a failure.
   *
   * @param place of the device among those that run here
   * @param inARow how many failures there were in a row, this one included
   * @param before how often the device has stayed away before
   */
  public long backOffNanos(int place, int inARow, int before) {
    long stream = DeviceRandom.stream(seed, shard.number(place), RETRY);
    return settings.backOffNanos(inARow, DeviceRandom.at(stream, before));
  }
}
