package fleetpoll.schedule;

import java.util.SplittableRandom;

/** What is random about a device: the same for the same seed, unrelated to any other device's. */
final class DeviceRandom {

  private DeviceRandom() {}

  /**
   * At least 0 and less than {@code bound}; 0 if that is 0.
   *
   * @param use for which purpose, from 0: each has a number of its own
   */
  static long below(long bound, long seed, int device, int use) {
    long stream = seed ^ mixed(device) ^ use * 0xD1B54A32D192ED03L;
    return (long) (new SplittableRandom(stream).nextDouble() * bound);
  }

  /** SplittableRandom's streams of neighbouring seeds are related; distant seeds are not. */
  private static long mixed(int device) {
    return (device + 1L) * 0x9E3779B97F4A7C15L;
  }
}
