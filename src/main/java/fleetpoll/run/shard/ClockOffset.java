package fleetpoll.run.shard;

import com.fasterxml.jackson.annotation.JsonCreator;

/**
 * By how much the server's clock was ahead of the generator's, as far as the {@code Date} of the
 * server's answers tells: between these two. A server that renews its {@code Date} once a second,
 * instead of in each answer, seems to be behind by up to a second; two generators see the same.
 *
 * @param lowestMs in milliseconds; negative if the server's clock was behind
 * @param highestMs in milliseconds, at least {@code lowestMs}
 * @param exact whether one offset fits all answers; otherwise the bounds are where they contradict
 *     each other, and may both be wrong
 */
public record ClockOffset(double lowestMs, double highestMs, boolean exact) {

  @JsonCreator
  public ClockOffset {}

  /** Bounds that one offset fits. */
  public ClockOffset(double lowestMs, double highestMs) {
    this(lowestMs, highestMs, true);
  }
}
