package fleetpoll.stall;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Adds up for how long at least one event loop stood still between two instants. It counts every
 * stall, also those that their recorders forget. Safe for concurrent use.
 */
public final class StallTime {

  /** A stall that ends may have begun before so many others; what was before them is added up. */
  private static final int MOST = 1_000;

  private final long toNanos;

  /** Stretches of time that do not touch each other: their ends by their beginnings. */
  private final NavigableMap<Long, Long> recent = new TreeMap<>();

  private long addedNanos; // of the stretches before
  private long addedUntilNanos;

  /** No stall yet; only the parts of stalls between these instants will count. */
  public StallTime(long fromNanos, long toNanos) {
    this.addedUntilNanos = fromNanos;
    this.toNanos = toNanos;
  }

  synchronized void add(Stall stall) {
    long begin = Math.max(addedUntilNanos, stall.beginNanos());
    long end = Math.min(toNanos, stall.endNanos());
    if (begin >= end) {
      return;
    }
    for (Map.Entry<Long, Long> last = recent.floorEntry(end);
        last != null && last.getValue() >= begin;
        last = recent.floorEntry(end)) {
      recent.remove(last.getKey());
      begin = Math.min(begin, last.getKey());
      end = Math.max(end, last.getValue());
    }
    recent.put(begin, end);
    if (recent.size() > MOST) {
      Map.Entry<Long, Long> oldest = recent.pollFirstEntry();
      addedNanos += oldest.getValue() - oldest.getKey();
      addedUntilNanos = oldest.getValue();
    }
  }

  /** For how long until an instant, which must not be long ago. */
  synchronized long nanos(long untilNanos) {
    long nanos = addedNanos;
    for (Map.Entry<Long, Long> each : recent.entrySet()) {
      nanos += Math.max(0, Math.min(untilNanos, each.getValue()) - each.getKey());
    }
    return nanos;
  }
}
