package fleetpoll.record;

import fleetpoll.schedule.MissedCause;
import java.util.EnumMap;
import java.util.Map;

/** Missed polls by their cause; every cause is there, with 0 if it did not occur. */
public record MissedSummary(Map<MissedCause, Long> byCause) {

  /** An immutable copy. */
  public MissedSummary {
    byCause = Map.copyOf(byCause);
  }

  /** What has been missed since an earlier summary. */
  MissedSummary since(MissedSummary earlier) {
    Map<MissedCause, Long> since = new EnumMap<>(MissedCause.class);
    byCause.forEach((cause, n) -> since.put(cause, n - earlier.byCause.getOrDefault(cause, 0L)));
    return new MissedSummary(since);
  }

  /** Missed for whatever cause. */
  public long total() {
    return byCause.values().stream().mapToLong(Long::longValue).sum();
  }
}
