package fleetpoll.client;

import java.util.Map;

/**
 * What a client has measured in one cell. A client that measures its own process fills in the last
 * three; null if whoever started the client measures it.
 *
 * @param firstSentEpochMicros when the first request left, by the machine's clock
 * @param wallNanos from then to the last answer or failure
 * @param ok requests with the expected status and length
 * @param koBy the others by reason, as {@link fleetpoll.record.Outcome} words it
 * @param okLatencyNanos sum over the ok requests, each from its sending to the last byte
 * @param firstError message of the first failure; null without any
 * @param userSeconds processor time of the process in user mode
 * @param sysSeconds processor time of the process in the kernel
 * @param peakRssBytes highest resident memory of the process
 */
public record CellResult(
    long firstSentEpochMicros,
    long wallNanos,
    long ok,
    Map<String, Long> koBy,
    long okLatencyNanos,
    String firstError,
    Double userSeconds,
    Double sysSeconds,
    Long peakRssBytes) {

  /** Requests that failed, for whatever reason. */
  public long ko() {
    return koBy.values().stream().mapToLong(Long::longValue).sum();
  }
}
