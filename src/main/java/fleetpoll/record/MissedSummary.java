package fleetpoll.record;

import fleetpoll.schedule.MissedCause;
import java.util.EnumMap;
import java.util.Map;

/** Missed polls by their cause; every cause is there, with 0 where it did not occur. */
public record MissedSummary(Map<MissedCause, Long> byCause) {

  /** An immutable copy. */
  public MissedSummary {
    byCause = Map.copyOf(byCause);
  }

  static MissedSummary of(long[] byOrdinal) {
    Map<MissedCause, Long> byCause = new EnumMap<>(MissedCause.class);
    for (MissedCause cause : MissedCause.values()) {
      byCause.put(cause, byOrdinal[cause.ordinal()]);
    }
    return new MissedSummary(byCause);
  }

  /** Missed for whatever cause. */
  public long total() {
    return byCause.values().stream().mapToLong(Long::longValue).sum();
  }
}
