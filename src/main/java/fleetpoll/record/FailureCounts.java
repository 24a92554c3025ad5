package fleetpoll.record;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** How many polls failed, by reason. Safe for concurrent use. */
final class FailureCounts {

  private final Map<String, LongAdder> byReason = new ConcurrentHashMap<>();

  void count(Outcome failure) {
    byReason.computeIfAbsent(failure.text(), reason -> new LongAdder()).increment();
  }

  /** Only reasons that occurred, in the order of the alphabet. */
  Map<String, Long> summarise() {
    Map<String, Long> counts = new TreeMap<>();
    byReason.forEach((reason, count) -> counts.put(reason, count.sum()));
    return counts;
  }
}
