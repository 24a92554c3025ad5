package fleetpoll.record;

import fleetpoll.schedule.MissedCause;
import java.util.Map;

/** Missed polls by their cause; every cause is there, with 0 if it did not occur. */
public record MissedSummary(Map<MissedCause, Long> byCause) {

  /** An immutable copy. */
  public MissedSummary {
    byCause = Map.copyOf(byCause);
  }

  /** Missed for whatever cause. */
  public long total() {
    return byCause.values().stream().mapToLong(Long::longValue).sum();
  }
}
