package fleetpoll.record;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What the whole fleet has done so far with one endpoint; a poll that ends meanwhile may be in some
 * of the figures and not yet in others.
 *
 * @param koBy failures by reason, as {@link Outcome#text()}; only reasons that occurred
 * @param serviceP99Micros of the successes so far; empty if there are none
 * @param serviceSumMicros of the successes so far
 * @param okWithin successes whose service time was at most each of the bounds that were asked for,
 *     exact to 1 % of the bound; as many as there were bounds
 */
public record EndpointProgress(
    long ok,
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
}
