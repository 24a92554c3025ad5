package fleetpoll.schedule;

import java.util.SplittableRandom;

/**
 * The random numbers of a device: the same for the same seed, and unrelated to those of any other
 * device.
 */
final class DeviceRandom {

  private static final long POLL = 0x2545F4914F6CDD1DL;

  private DeviceRandom() {}

  /**
   * A number of at least 0 and less than {@code bound}; 0 if {@code bound} is 0.
   *
   * @param use for which purpose, from 0: each has a number of its own
   */
  static long below(long bound, long seed, int device, int use) {
    return (long) (new SplittableRandom(stream(seed, device, use)).nextDouble() * bound);
  }

  /** Where the numbers of a use begin. */
  static long stream(long seed, int device, int use) {
    return seed ^ mixed(device) ^ use * 0xD1B54A32D192ED03L;
  }

  /** The number at a place of a stream, at least 0 and less than 1, without making an object. */
  static double at(long stream, long place) {
    long z = stream + (place + 1) * 0x9E3779B97F4A7C15L;
    z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    return ((z ^ z >>> 31) >>> 11) * 0x1p-53;
  }

  /**
   * The numbers of one poll, unrelated to those of any other poll and to those of {@link #below}.
   *
   * @param tick negative before the measured window
   */
  static SplittableRandom ofPoll(long seed, int device, int endpoint, long tick) {
    return new SplittableRandom(hash(hash(hash(hash(POLL, seed), device), endpoint), tick));
  }

  /** The generator's own mixing; a sum or an XOR alone would give related streams. */
  private static long hash(long hash, long value) {
    return new SplittableRandom(hash ^ value).nextLong();
  }

  /**
   * Spreads the devices' seeds: SplittableRandom's streams are related for neighbouring seeds, not
   * for distant ones.
   */
  private static long mixed(int device) {
    return (device + 1L) * 0x9E3779B97F4A7C15L;
  }
}
