package fleetpoll.record;

import fleetpoll.schedule.MissedCause;
import java.util.LinkedHashMap;
import java.util.Map;

/** What one device saw of one endpoint. Not safe for concurrent use. */
final class EndpointRecorder {

  private final LatencyRecorder service = new LatencyRecorder();
  private final LatencyRecorder response = new LatencyRecorder();
  private final LatencyRecorder lateness = new LatencyRecorder();
  private final BinRecorder bins;
  private final long[] missed = new long[MissedCause.values().length];
  private long ok;
  private long ko;
  private long resent;
  private long bytes;
  private Map<String, ErrorRecorder> errors = Map.of();

  EndpointRecorder(Bins bins) {
    this.bins = new BinRecorder(bins);
  }

  void record(Poll poll) {
    lateness.record(poll.latenessMicros());
    resent += poll.resent();
    bytes += poll.bytes();
    if (poll.outcome().isOk()) {
      ok++;
      service.record(poll.serviceMicros());
      response.record(poll.responseMicros());
      bins.ok(poll.dueNanos(), poll.serviceMicros());
    } else {
      ko++;
      bins.ko(poll.dueNanos());
      error(poll);
    }
  }

  void missed(long dueNanos, MissedCause cause) {
    missed[cause.ordinal()]++;
    bins.missed(dueNanos);
  }

  private void error(Poll poll) {
    if (errors.isEmpty()) {
      errors = new LinkedHashMap<>(2);
    }
    errors
        .computeIfAbsent(
            poll.outcome().text(), reason -> new ErrorRecorder(poll.message(), poll.endNanos()))
        .record(poll.endNanos());
  }

  long ko() {
    return ko;
  }

  LatencyRecorder service() {
    return service;
  }

  LatencyRecorder response() {
    return response;
  }

  LatencyRecorder lateness() {
    return lateness;
  }

  BinRecorder bins() {
    return bins;
  }

  EndpointSummary summarise(long planned) {
    return new EndpointSummary(
        planned,
        ok,
        ko,
        resent,
        bytes,
        MissedSummary.of(missed),
        service.summarise(),
        response.summarise(),
        lateness.summarise(),
        errors.entrySet().stream().map(e -> e.getValue().summarise(e.getKey())).toList());
  }
}
