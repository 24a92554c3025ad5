package fleetpoll.server;

import fleetpoll.server.fault.HoconDuration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The query of /delay: a uniform delay of whole nanoseconds in [min, max]; with a seed and an i, a
 * {@link SeededDelay}.
 */
record DelayQuery(long minNanos, long maxNanos, OptionalLong seed, OptionalLong i) {

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
    return new SeededDelay(minNanos, maxNanos, seed.getAsLong()).nanos(i.getAsLong());
  }
}
