package fleetpoll.run;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import fleetpoll.record.LatencySummary;
import fleetpoll.record.SecondSummary;

/**
 * A row of {@code timeline.csv}: one endpoint of the whole fleet in one second. A poll belongs to
 * the second in which it was due. The percentiles of a merged run are those of the shard in which
 * they are the greatest; the whole fleet's do not exceed them.
 *
 * @param tS the second, since the measured window began
 * @param unanswered planned polls that no success had answered when the device left or, at the
 *     earliest a minute after the second, when the run freed the second's memory; in the response
 *     times with what they had waited at least; null: unknown, as in a run that an earlier
 *     Fleetpoll stored
 */
@JsonNaming(SnakeCaseStrategy.class)
public record TimelineRow(
    @JsonProperty("t_s") long tS,
    String endpoint,
    long planned,
    long sent,
    long missed,
    long ok,
    long ko,
    Double serviceP50Ms,
    Double serviceP95Ms,
    Double serviceP99Ms,
    Double serviceMaxMs,
    Double responseP50Ms,
    Double responseP95Ms,
    Double responseP99Ms,
    Long unanswered) {

  static TimelineRow of(String endpoint, SecondSummary second) {
    LatencySummary service = second.service();
    LatencySummary response = second.response();
    return new TimelineRow(
        second.second(),
        endpoint,
        second.planned(),
        second.sent(),
        second.missed(),
        second.ok(),
        second.ko(),
        Decimals.millis(service, service.p50Micros()),
        Decimals.millis(service, service.p95Micros()),
        Decimals.millis(service, service.p99Micros()),
        Decimals.millis(service, service.maxMicros()),
        Decimals.millis(response, response.p50Micros()),
        Decimals.millis(response, response.p95Micros()),
        Decimals.millis(response, response.p99Micros()),
        second.unanswered());
  }

  /** The same in another second. */
  public TimelineRow at(long second) {
    return new TimelineRow(
        second,
        endpoint,
        planned,
        sent,
        missed,
        ok,
        ko,
        serviceP50Ms,
        serviceP95Ms,
        serviceP99Ms,
        serviceMaxMs,
        responseP50Ms,
        responseP95Ms,
        responseP99Ms,
        unanswered);
  }

  /**
   * Both together: counts are added up. Percentiles cannot be, and are the greater ones, which
   * those of both together do not exceed.
   */
  public TimelineRow plus(TimelineRow other) {
    return new TimelineRow(
        tS,
        endpoint,
        planned + other.planned,
        sent + other.sent,
        missed + other.missed,
        ok + other.ok,
        ko + other.ko,
        Decimals.greater(serviceP50Ms, other.serviceP50Ms),
        Decimals.greater(serviceP95Ms, other.serviceP95Ms),
        Decimals.greater(serviceP99Ms, other.serviceP99Ms),
        Decimals.greater(serviceMaxMs, other.serviceMaxMs),
        Decimals.greater(responseP50Ms, other.responseP50Ms),
        Decimals.greater(responseP95Ms, other.responseP95Ms),
        Decimals.greater(responseP99Ms, other.responseP99Ms),
        unanswered == null || other.unanswered == null
            ? null
            : Long.valueOf(unanswered + other.unanswered));
  }
}
