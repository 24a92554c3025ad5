package fleetpoll.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * A folder of Linux's control groups, of version 1 or 2, and what it says about the CPU. Empty if
 * the files are missing, cannot be read or say something else.
 */
record ControlGroup(Path folder) {

  private static final long NANOS_PER_MICRO = 1_000;

  /** How many cores its processes may use together; empty without a quota. */
  OptionalDouble quotaCores() {
    List<String> max = words("cpu.max");
    return max.size() == 2
        ? cores(max.get(0), max.get(1))
        : cores(first(words("cpu.cfs_quota_us")), first(words("cpu.cfs_period_us")));
  }

  /** Version 2 writes {@code max} if there is no quota, version 1 writes -1. */
  private static OptionalDouble cores(String quotaMicros, String periodMicros) {
    OptionalLong quota = number(quotaMicros);
    OptionalLong period = number(periodMicros);
    return quota.orElse(-1) > 0 && period.orElse(-1) > 0
        ? OptionalDouble.of((double) quota.getAsLong() / period.getAsLong())
        : OptionalDouble.empty();
  }

  /**
   * For how long the quota has stopped its processes so far, added up over the machine's
   * processors.
   */
  OptionalLong throttledNanos() {
    List<String> words = words("cpu.stat");
    OptionalLong micros = valueOf("throttled_usec", words);
    return micros.isPresent()
        ? OptionalLong.of(micros.getAsLong() * NANOS_PER_MICRO)
        : valueOf("throttled_time", words);
  }

  private static OptionalLong valueOf(String key, List<String> words) {
    int at = words.indexOf(key);
    return at < 0 || at + 1 == words.size() ? OptionalLong.empty() : number(words.get(at + 1));
  }

  private static OptionalLong number(String text) {
    try {
      return OptionalLong.of(Long.parseLong(text));
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  private static String first(List<String> words) {
    return words.isEmpty() ? "" : words.get(0);
  }

  private List<String> words(String file) {
    try {
      return List.of(Files.readString(folder.resolve(file)).trim().split("\\s+"));
    } catch (IOException e) {
      return List.of();
    }
  }
}
