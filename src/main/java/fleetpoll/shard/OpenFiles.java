package fleetpoll.shard;

import fleetpoll.figure.Numbers;
import fleetpoll.schedule.Limits;
import java.util.Optional;
import java.util.OptionalLong;

/** How many files a merge opens: two of each shard at once, its histograms and its rows. */
final class OpenFiles {

  private static final long OF_EACH = 2;

  /** More than the JVM, its classes and what is written need. */
  private static final long OTHERS = 100;

  private OpenFiles() {}

  /** A sentence without its end if this process may not open as many; empty if it may. */
  static Optional<String> shortage(int shards) {
    return shortage(shards, Limits.ofThisProcess().openFiles());
  }

  static Optional<String> shortage(int shards, OptionalLong limit) {
    long needed = OF_EACH * shards + OTHERS;
    return limit.isPresent() && limit.getAsLong() < needed
        ? Optional.of(
            "%s need %s open files at once, and this process may open %s: raise ulimit -n"
                .formatted(
                    Numbers.counted(shards, "shard"),
                    Numbers.count(needed),
                    Numbers.count(limit.getAsLong())))
        : Optional.empty();
  }
}
