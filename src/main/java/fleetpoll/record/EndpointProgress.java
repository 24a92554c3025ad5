package fleetpoll.record;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * The whole fleet's polls of one endpoint, so far or since an earlier instant. A poll that ends
 * while this is read may be in some of the figures only.
 *
 * @param answered planned polls that a success has answered
 * @param koBy failures by reason, as {@link Outcome#text()}; only reasons that occurred
 * @param serviceP99Micros of the successes; empty if there are none
 * @param serviceSumMicros of the successes
 * @param okWithin successes whose service time was at most each of the bounds that were asked for,
 *     exact to 1 % of the bound; as many as there were bounds
 */
public record EndpointProgress(
    long ok,
    long answered,
    MissedSummary missedBy,
    Map<String, Long> koBy,
    OptionalLong serviceP99Micros,
    long serviceSumMicros,
    List<Long> okWithin) {

  /** Polls that failed. */
  public long ko() {
    return koBy.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Polls that have ended. */
  public long sent() {
    return ok + ko();
  }

  /** Missed for whatever cause. */
  public long missed() {
    return missedBy.total();
  }

  /** Planned polls that no success has answered yet, without those in flight. */
  public long waiting() {
    return Math.max(0, sent() + missed() - answered);
  }
}
