package fleetpoll.run;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import fleetpoll.record.EndpointSummary;
import fleetpoll.record.LatencySummary;
import fleetpoll.schedule.MissedCause;

/**
 * A row of {@code devices.csv}: what one device saw of one endpoint. Service times are those of
 * successes, response times those of all planned polls as in {@link EndpointTotals}, lateness that
 * of all polls sent, times of connections those of {@link Connections}; null where there are none.
 * Columns from {@code wireBytes}, {@code unanswered}, {@code tlsHandshakes} or {@code
 * missedByGenerator} on are all null in a row that an earlier Fleetpoll stored: unknown.
 *
 * @param bytes of the bodies received
 * @param wireBytes of all that was received, headers and framing included
 * @param connections opened within the measured window
 * @param warmUpConnections opened before it, the only columns that know of the warm-up
 * @param unanswered planned polls that no success followed until the device left
 * @param silenceMaxMs the longest time that the device went without a success of the endpoint, from
 *     the device's first due until it left; null if nothing was planned
 * @param deviceSilenceMaxMs the same without a success of any endpoint: equal in all rows of the
 *     device
 * @param deviceSilenceFromS when that silence began, in seconds since the measured window began
 * @param stalled polls whose time contained a stall of the generator
 * @param tlsHandshakes that succeeded within the measured window
 * @param warmUpTlsHandshakes likewise before it
 * @param missedByGenerator of those missed, how many because the generator was late or stood still
 */
@JsonIgnoreProperties("resent") // a column of schema 2, always 0
@JsonNaming(SnakeCaseStrategy.class)
public record DeviceRow(
    String device,
    String endpoint,
    long planned,
    long sent,
    long missed,
    long ok,
    long ko,
    long bytes,
    Double serviceMinMs,
    Double serviceMeanMs,
    Double serviceP50Ms,
    Double serviceP95Ms,
    Double serviceP99Ms,
    Double serviceMaxMs,
    Double responseP50Ms,
    Double responseP95Ms,
    Double responseP99Ms,
    Double responseMaxMs,
    Double lateP99Ms,
    Double lateMaxMs,
    Long wireBytes,
    Long connections,
    Double connectMeanMs,
    Double connectMaxMs,
    Double tlsMeanMs,
    Double tlsMaxMs,
    Long warmUpConnections,
    Double warmUpConnectMeanMs,
    Double warmUpTlsMeanMs,
    Long unanswered,
    Double silenceMaxMs,
    Double deviceSilenceMaxMs,
    Long stalled,
    Double deviceSilenceFromS,
    Long tlsHandshakes,
    Long warmUpTlsHandshakes,
    Long missedByGenerator) {

  /** The same row on a time axis that begins {@code shiftS} seconds earlier. */
  public DeviceRow later(double shiftS) {
    return new DeviceRow(
        device,
        endpoint,
        planned,
        sent,
        missed,
        ok,
        ko,
        bytes,
        serviceMinMs,
        serviceMeanMs,
        serviceP50Ms,
        serviceP95Ms,
        serviceP99Ms,
        serviceMaxMs,
        responseP50Ms,
        responseP95Ms,
        responseP99Ms,
        responseMaxMs,
        lateP99Ms,
        lateMaxMs,
        wireBytes,
        connections,
        connectMeanMs,
        connectMaxMs,
        tlsMeanMs,
        tlsMaxMs,
        warmUpConnections,
        warmUpConnectMeanMs,
        warmUpTlsMeanMs,
        unanswered,
        silenceMaxMs,
        deviceSilenceMaxMs,
        stalled,
        deviceSilenceFromS == null
            ? null
            : Double.valueOf(Decimals.thousandths(deviceSilenceFromS + shiftS)),
        tlsHandshakes,
        warmUpTlsHandshakes,
        missedByGenerator);
  }

  /** The row of what was recorded. */
  public static DeviceRow of(
      String device, String endpoint, EndpointSummary summary, Silence silence) {
    LatencySummary service = summary.service();
    LatencySummary response = summary.response();
    LatencySummary lateness = summary.lateness();
    Connections connections = Connections.of(summary.openings());
    Connections warmUp = Connections.of(summary.warmUpOpenings());
    return new DeviceRow(
        device,
        endpoint,
        summary.planned(),
        summary.sent(),
        summary.missed().total(),
        summary.ok(),
        summary.ko(),
        summary.bytes(),
        Decimals.millis(service, service.minMicros()),
        Decimals.millis(service, service.meanMicros()),
        Decimals.millis(service, service.p50Micros()),
        Decimals.millis(service, service.p95Micros()),
        Decimals.millis(service, service.p99Micros()),
        Decimals.millis(service, service.maxMicros()),
        Decimals.millis(response, response.p50Micros()),
        Decimals.millis(response, response.p95Micros()),
        Decimals.millis(response, response.p99Micros()),
        Decimals.millis(response, response.maxMicros()),
        Decimals.millis(lateness, lateness.p99Micros()),
        Decimals.millis(lateness, lateness.maxMicros()),
        summary.wireBytes(),
        connections.opened(),
        connections.connectMeanMs(),
        connections.connectMaxMs(),
        connections.tlsMeanMs(),
        connections.tlsMaxMs(),
        warmUp.opened(),
        warmUp.connectMeanMs(),
        warmUp.tlsMeanMs(),
        summary.unanswered(),
        EndpointTotals.silenceMs(summary),
        silence == null ? null : Double.valueOf(silence.maxMs()),
        summary.stalled(),
        silence == null ? null : Double.valueOf(silence.fromS()),
        connections.tlsHandshakes(),
        warmUp.tlsHandshakes(),
        summary.missed().byCause().get(MissedCause.GENERATOR));
  }
}
