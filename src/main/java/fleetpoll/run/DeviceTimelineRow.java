package fleetpoll.run;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import fleetpoll.record.BinSummary;
import fleetpoll.record.Bins;

/**
 * A row of {@code device-timeline.csv}: the polls of one device's endpoint that were due in one
 * bin; bins in which none was due have no row.
 *
 * @param tS start of the bin, in seconds since the measured window began
 * @param serviceMaxMs of its successes, null if there is none
 */
@JsonNaming(SnakeCaseStrategy.class)
public record DeviceTimelineRow(
    String device,
    String endpoint,
    @JsonProperty("t_s") double tS,
    long planned,
    long sent,
    long missed,
    long ok,
    long ko,
    Double serviceMaxMs) {

  /** The row of what was recorded in one of the fleet's bins. */
  public static DeviceTimelineRow of(
      String device, String endpoint, Bins bins, int bin, BinSummary summary) {
    return new DeviceTimelineRow(
        device,
        endpoint,
        Decimals.seconds(bin * bins.widthNanos()),
        summary.planned(),
        summary.sent(),
        summary.missed(),
        summary.ok(),
        summary.ko(),
        summary.ok() == 0 ? null : Double.valueOf(Decimals.millis(summary.serviceMaxMicros())));
  }
}
