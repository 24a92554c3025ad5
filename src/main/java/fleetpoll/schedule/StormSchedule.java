package fleetpoll.schedule;

import fleetpoll.settings.StormSettings;
import fleetpoll.settings.shard.ShardSettings;
import java.time.Duration;
import java.util.List;

/**
 * Says when all devices drop their connections and when each is back: the same for the same seed.
 * Instants are relative to the fleet's origin.
 */
public final class StormSchedule {

  /** The use of random numbers for the first storm; each further one has the next. */
  private static final int FIRST_STORM = 2;

  private final StormSettings settings;
  private final long seed;
  private final ShardSettings shard;
  private final List<Long> atNanos;

  /**
   * @param warmUp after which the measured window begins
   * @param seed the fleet's
   * @param shard says which device of the fleet is at which place
   */
  StormSchedule(StormSettings settings, Duration warmUp, long seed, ShardSettings shard) {
    this.settings = settings;
    this.seed = seed;
    this.shard = shard;
    this.atNanos = settings.at().stream().map(at -> warmUp.plus(at).toNanos()).toList();
  }

  /** When all devices drop their connections, in order. */
  public List<Long> atNanos() {
    return atNanos;
  }

  /**
   * Until when a device stays away after a storm.
   *
   * @param place of the device among those that run here
   * @param storm counted from 0
   */
  public long backNanos(int place, int storm) {
    return atNanos.get(storm)
        + settings.backOff().toNanos()
        + DeviceRandom.below(
            settings.jitter().toNanos(), seed, shard.number(place), FIRST_STORM + storm);
  }
}
