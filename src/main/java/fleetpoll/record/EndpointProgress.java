package fleetpoll.record;

import java.util.Map;
import java.util.OptionalLong;

/**
 * What the whole fleet has done so far with one endpoint.
 *
 * @param missed for whatever cause
 * @param koBy failures by reason, as {@link Outcome#text()}; only reasons that occurred
 * @param serviceP99Micros of the successes so far; empty where there are none
 */
public record EndpointProgress(
    long ok, long missed, Map<String, Long> koBy, OptionalLong serviceP99Micros) {

  /** Polls that failed. */
  public long ko() {
    return koBy.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Polls that have ended. */
  public long sent() {
    return ok + ko();
  }
}
