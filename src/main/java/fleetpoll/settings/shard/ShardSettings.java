package fleetpoll.settings.shard;

import java.time.Instant;
import java.util.Optional;

/**
 * Which devices of the fleet run here. A device has two numbers: its number in the whole fleet,
 * from 0, on which everything depends that it does; and its place among the devices that run here,
 * from 0 too. Device d runs in the shard of index d mod count.
 *
 * @param index of this shard, 0 … count − 1
 * @param count of all shards, 1 to {@code fleetDevices}
 * @param fleetDevices number of devices of the whole fleet
 * @param startAt when a device of phase 0 has its first tick; empty: as soon as all are ready
 */
public record ShardSettings(int index, int count, int fleetDevices, Optional<Instant> startAt) {

  /** A fleet that one generator plays alone. */
  public static ShardSettings whole(int fleetDevices) {
    return new ShardSettings(0, 1, fleetDevices, Optional.empty());
  }

  /** Whether other generators play the other devices. */
  public boolean isPart() {
    return count > 1;
  }

  /** How many devices run here. */
  public int ownDevices() {
    return (fleetDevices - index + count - 1) / count;
  }

  /**
   * A device's number in the whole fleet.
   *
   * @param place of a device that runs here, 0 … ownDevices − 1
   */
  public int number(int place) {
    return index + place * count;
  }

  /** Whether the device of this number runs here. */
  public boolean owns(long number) {
    return number < fleetDevices && number % count == index;
  }

  /** For people, who count from 1: {@code shard 2 of 4}. */
  public String words() {
    return "shard %s of %s".formatted(index + 1, count);
  }
}
