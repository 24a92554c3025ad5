package fleetpoll.record;

import fleetpoll.schedule.MissedCause;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLongArray;

/** How many polls were missed, by cause. Safe for concurrent use. */
final class MissedCounts {

  private static final MissedCause[] CAUSES = MissedCause.values();

  private final AtomicLongArray byOrdinal = new AtomicLongArray(CAUSES.length);

  void count(MissedCause cause) {
    byOrdinal.incrementAndGet(cause.ordinal());
  }

  void add(MissedCounts other) {
    for (int cause = 0; cause < CAUSES.length; cause++) {
      byOrdinal.addAndGet(cause, other.byOrdinal.get(cause));
    }
  }

  long of(MissedCause cause) {
    return byOrdinal.get(cause.ordinal());
  }

  /** The missed polls of all causes. */
  long total() {
    long total = 0;
    for (int cause = 0; cause < CAUSES.length; cause++) {
      total += byOrdinal.get(cause);
    }
    return total;
  }

  MissedSummary summarise() {
    Map<MissedCause, Long> byCause = new EnumMap<>(MissedCause.class);
    for (MissedCause cause : CAUSES) {
      byCause.put(cause, of(cause));
    }
    return new MissedSummary(byCause);
  }
}
