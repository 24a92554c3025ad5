package fleetpoll.schedule;

import fleetpoll.settings.behavior.RetrySettings;

/**
 * Says for how long devices stay away after failures: the same for the same seed.
 *
 * @param seed the fleet's
 */
public record RetrySchedule(RetrySettings settings, long seed) {

  /** A use of random numbers that no other has. */
  private static final int RETRY = -3;

  /**
   * For how long a device stays away after a failure.
   *
   * @param inARow how many failures there were in a row, this one included
   * @param before how often the device has stayed away before
   */
  public long backOffNanos(int device, int inARow, int before) {
    long stream = DeviceRandom.stream(seed, device, RETRY);
    return settings.backOffNanos(inARow, DeviceRandom.at(stream, before));
  }
}
