package fleetpoll.run;

import fleetpoll.figure.Figure;
import fleetpoll.figure.Statistic;
import fleetpoll.record.EndpointSummary;
import fleetpoll.record.ErrorSummary;
import fleetpoll.schedule.MissedCause;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The whole fleet's polls of one endpoint. The ledger is {@code planned = sent + missed} and {@code
 * sent = ok + ko}.
 *
 * @param unanswered planned polls that no success followed until the device left; null: unknown, as
 *     in a run that an earlier Fleetpoll stored
 * @param stalled polls whose time contained a stall of the generator; null: unknown, likewise
 * @param silenceMaxMs the longest time that a device went without a success of this endpoint, from
 *     its first due until it left; null if nothing was planned, or unknown, likewise
 * @param heldBackMaxMs the longest that the generator held a device back between two successes of
 *     this endpoint, by missing its polls: until the next poll was due; null: unknown, likewise
 * @param bytes of the bodies received
 * @param wireBytes of all that was received, headers and framing included; null: unknown, as in a
 *     run that an earlier Fleetpoll stored
 * @param missedBy by cause; every cause is there
 * @param koBy by reason; only reasons that occurred
 * @param service of successes, from sent to the last byte
 * @param response of all planned polls, from due to the last byte of the first success that the
 *     device sent at or after the due, or until the device left if there was none; of a run before
 *     schema {@value Run#RESPONSE_OF_ALL_PLANNED}, of successes only
 * @param lateness of all polls sent: by how much the generator was late
 * @param connections opened within the measured window; null: unknown, likewise
 * @param warmUpConnections opened before it; null: unknown, likewise
 * @param balanced whether the ledger holds for every device
 */
public record EndpointTotals(
    String name,
    long planned,
    long sent,
    long missed,
    long ok,
    long ko,
    Long unanswered,
    Long stalled,
    Double silenceMaxMs,
    Double heldBackMaxMs,
    long bytes,
    Long wireBytes,
    Map<String, Long> missedBy,
    Map<String, Long> koBy,
    Latency service,
    Latency response,
    Latency lateness,
    Connections connections,
    Connections warmUpConnections,
    boolean balanced) {

  /** How many polls a figure of times is of. */
  public long polls(Figure time) {
    return time.isOfAllPlanned() && unanswered != null ? planned : ok;
  }

  /**
   * Whether polls that no success answered may have moved a statistic of the response times: they
   * count with what they had waited by then, so it may be greater.
   */
  public boolean isLowerBound(Statistic response) {
    return unanswered != null && response.isMovedBy(unanswered, planned);
  }

  /** The totals of what was recorded. */
  public static EndpointTotals of(String name, EndpointSummary summary, boolean balanced) {
    Map<String, Long> missedBy = new LinkedHashMap<>();
    for (MissedCause cause : MissedCause.values()) {
      missedBy.put(cause.toString(), summary.missed().byCause().get(cause));
    }
    Map<String, Long> koBy = new LinkedHashMap<>();
    for (ErrorSummary error : summary.errors()) {
      koBy.put(error.reason(), error.count());
    }
    return new EndpointTotals(
        name,
        summary.planned(),
        summary.sent(),
        summary.missed().total(),
        summary.ok(),
        summary.ko(),
        summary.unanswered(),
        summary.stalled(),
        silenceMs(summary),
        Decimals.nanosAsMillis(summary.heldBackNanos()),
        summary.bytes(),
        summary.wireBytes(),
        missedBy,
        koBy,
        Latency.of(summary.service()),
        Latency.of(summary.response()),
        Latency.of(summary.lateness()),
        Connections.of(summary.openings()),
        Connections.of(summary.warmUpOpenings()),
        balanced);
  }

  static Double silenceMs(EndpointSummary summary) {
    return summary.planned() == 0
        ? null
        : Double.valueOf(Decimals.nanosAsMillis(summary.silenceNanos()));
  }

  /** Polls that were missed for one cause. */
  public long missed(MissedCause cause) {
    return missedBy.getOrDefault(cause.toString(), 0L);
  }
}
