package fleetpoll.record;

import java.util.List;

/**
 * What one device, or the whole fleet, saw of one endpoint. The ledger is {@code planned = sent +
 * missed} and {@code sent = ok + ko}.
 *
 * @param planned polls that the schedule held, up to the end or the interruption; counted by
 *     arithmetic, not by adding up what happened
 * @param ok polls with the expected answer
 * @param ko polls that failed
 * @param unanswered planned polls that no success followed until the device left; known only then
 * @param stalled polls whose time contained a stall of the generator
 * @param silenceNanos the longest time that a device went without a success, from its first due
 *     until it left; 0 if nothing was planned
 * @param heldBackNanos the longest that the generator held a device back between two successes, by
 *     missing its polls: until its next poll was due
 * @param bytes of all bodies received, failures included
 * @param wireBytes of all that was received, failures included
 * @param service from sent to the last byte, of successes
 * @param response of all planned polls: from due to the last byte of the first success that the
 *     device sent at or after the due; if there is none, until the device left
 * @param lateness by how much the generator sent too late, of all polls sent
 * @param openings of connections within the measured window
 * @param warmUpOpenings of connections before it; nothing else here knows of the warm-up
 * @param errors by reason, in the order in which they first occurred
 */
public record EndpointSummary(
    long planned,
    long ok,
    long ko,
    long unanswered,
    long stalled,
    long silenceNanos,
    long heldBackNanos,
    long bytes,
    long wireBytes,
    MissedSummary missed,
    LatencySummary service,
    LatencySummary response,
    LatencySummary lateness,
    Openings openings,
    Openings warmUpOpenings,
    List<ErrorSummary> errors) {

  /** Polls sent, each counted once. */
  public long sent() {
    return ok + ko;
  }
}
