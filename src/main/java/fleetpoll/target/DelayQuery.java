package fleetpoll.target;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The query of /delay: a uniform delay of whole nanoseconds in [min, max]. With a seed and an i it
 * is a pure function of these, {@code min + floor(u * (max - min + 1))}, where u in [0, 1) are the
 * upper 53 bits of number i (from 0) of the SplitMix64 sequence that starts at the seed, over 2^53.
 */
record DelayQuery(long minNanos, long maxNanos, OptionalLong seed, OptionalLong i) {

  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  /**
   * @throws IllegalArgumentException with a sentence when a parameter is missing or not allowed
   */
  static DelayQuery parse(Map<String, List<String>> parameters) {
    long minNanos = nanos(parameters, "min");
    long maxNanos = nanos(parameters, "max");
    if (minNanos > maxNanos) {
      throw new IllegalArgumentException("min is longer than max.");
    }
    return new DelayQuery(minNanos, maxNanos, whole(parameters, "seed"), whole(parameters, "i"));
  }

  private static long nanos(Map<String, List<String>> parameters, String name) {
    if (!parameters.containsKey(name)) {
      throw new IllegalArgumentException(
          name + " is missing; it is " + HoconDuration.ALLOWED + ".");
    }
    try {
      return HoconDuration.parse(parameters.get(name).get(0)).toNanos();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(name + ": " + e.getMessage() + ".", e);
    }
  }

  private static OptionalLong whole(Map<String, List<String>> parameters, String name) {
    if (!parameters.containsKey(name)) {
      return OptionalLong.empty();
    }
    String text = parameters.get(name).get(0);
    try {
      return OptionalLong.of(Long.parseLong(text));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          name + ": \"" + text + "\" is not a whole number of 64 bits.", e);
    }
  }

  long delayNanos() {
    if (seed.isEmpty() || i.isEmpty()) {
      return ThreadLocalRandom.current().nextLong(minNanos, maxNanos + 1);
    }
    double u = (mix(seed.getAsLong() + (i.getAsLong() + 1) * GOLDEN_GAMMA) >>> 11) * 0x1p-53;
    return minNanos + (long) (u * (maxNanos - minNanos + 1));
  }

  private static long mix(long state) {
    long z = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
