package fleetpoll.run;

import fleetpoll.figure.Figure;
import fleetpoll.record.EndpointSummary;
import fleetpoll.record.ErrorSummary;
import fleetpoll.schedule.MissedCause;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The whole fleet's polls of one endpoint. The ledger is {@code planned = sent + missed} and {@code
 * sent = ok + ko}.
 *
 * @param bytes of the bodies received
 * @param wireBytes of all that was received, headers and framing included; null: unknown, as in a
 *     run that an earlier Fleetpoll stored
 * @param missedBy by cause; every cause is there
 * @param koBy by reason; only reasons that occurred
 * @param service of successes, from sent to the last byte
 * @param response of successes, from due to the last byte
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

  /** How many polls a figure of times is of: service and response times are those of successes. */
  public long polls(Figure time) {
    return ok;
  }

  static EndpointTotals of(String name, EndpointSummary summary, boolean balanced) {
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
}
