package fleetpoll.run.shard;

import com.fasterxml.jackson.annotation.JsonIgnore;
import fleetpoll.settings.shard.ShardSettings;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Which devices of its fleet a run was about, and when it was to start.
 *
 * @param index of the shard, 0 … count − 1: the fleet's device d, counted from 0, is in the shard
 *     of index d mod count
 * @param count of all shards; 1 for a whole fleet that was to start at an instant
 * @param fleetDevices number of devices of the whole fleet
 * @param startAt the instant at which a device of phase 0 was to have its first tick; null: as soon
 *     as the generator was ready
 * @param firstTick the instant at which a device of phase 0 had its first tick, by the generator's
 *     clock
 * @param lateS by how much the generator started after the fleet's warm-up was to begin, in
 *     seconds; 0 if it was in time; null if there was no instant, or the generator never began
 * @param clockOffset of the server to the generator; null if that is not known, and for a whole
 *     fleet
 */
public record Shard(
    int index,
    int count,
    int fleetDevices,
    Instant startAt,
    Instant firstTick,
    Double lateS,
    ClockOffset clockOffset) {

  /**
   * The part that settings describe; null for a whole fleet that starts when it is ready.
   *
   * @param start how the generator started
   * @param origin when the fleet's clock is 0
   */
  public static Shard of(
      ShardSettings settings, StartRecorder start, Instant origin, Instant firstTick) {
    if (!settings.isPart() && settings.startAt().isEmpty()) {
      return null;
    }
    OptionalLong late = start.lateNanos();
    return new Shard(
        settings.index(),
        settings.count(),
        settings.fleetDevices(),
        settings.startAt().orElse(null),
        firstTick,
        late.isPresent() ? Double.valueOf(Math.round(late.getAsLong() / 1e6) / 1e3) : null,
        start.serverClock().flatMap(clock -> clock.offset(origin)).orElse(null));
  }

  /** Whether other runs are about the fleet's other devices. */
  @JsonIgnore
  public boolean isPart() {
    return count > 1;
  }

  /** How many devices it has. */
  public int ownDevices() {
    return settings().ownDevices();
  }

  /**
   * The number of one of its devices in the whole fleet, from 0.
   *
   * @param place of the device in the shard, from 0
   */
  public int number(int place) {
    return settings().number(place);
  }

  private ShardSettings settings() {
    return new ShardSettings(index, count, fleetDevices, Optional.ofNullable(startAt));
  }

  /** For people, who count from 1: {@code shard 2 of 4}. */
  public String words() {
    return settings().words();
  }
}
