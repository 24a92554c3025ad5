package fleetpoll.record;

import fleetpoll.schedule.MissedCause;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What one device, or several together, saw of one endpoint. Not safe for concurrent use. */
final class EndpointRecorder {

  private final LatencyRecorder service = new LatencyRecorder();
  private final LatencyRecorder response = new LatencyRecorder();
  private final LatencyRecorder lateness = new LatencyRecorder();
  private final long[] missed = new long[MissedCause.values().length];
  private long ok;
  private long ko;
  private long resent;
  private long bytes;
  private Map<String, ErrorRecorder> errors = Map.of();

  void record(Poll poll) {
    lateness.record(poll.latenessMicros());
    resent += poll.resent();
    bytes += poll.bytes();
    if (poll.outcome().isOk()) {
      ok++;
      service.record(poll.serviceMicros());
      response.record(poll.responseMicros());
    } else {
      ko++;
      error(poll.outcome().text(), poll.message(), poll.endNanos()).record(poll.endNanos());
    }
  }

  void missed(MissedCause cause) {
    missed[cause.ordinal()]++;
  }

  /** Counts are added up, distributions and errors merged. */
  void add(EndpointRecorder other) {
    service.add(other.service);
    response.add(other.response);
    lateness.add(other.lateness);
    ok += other.ok;
    ko += other.ko;
    resent += other.resent;
    bytes += other.bytes;
    for (int cause = 0; cause < missed.length; cause++) {
      missed[cause] += other.missed[cause];
    }
    other.errors.forEach((reason, e) -> error(reason, e.message(), e.firstNanos()).add(e));
  }

  private ErrorRecorder error(String reason, String message, long nanos) {
    if (errors.isEmpty()) {
      errors = new HashMap<>(2);
    }
    return errors.computeIfAbsent(reason, absent -> new ErrorRecorder(message, nanos));
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

  /** Polls of which it is known what became of them. */
  long accountedFor() {
    return ok + ko + missedSummary().total();
  }

  List<ErrorSummary> errors() {
    return errors.entrySet().stream()
        .map(e -> e.getValue().summarise(e.getKey()))
        .sorted(
            Comparator.comparingLong(ErrorSummary::firstNanos).thenComparing(ErrorSummary::reason))
        .toList();
  }

  EndpointSummary summarise(long planned) {
    return new EndpointSummary(
        planned,
        ok,
        ko,
        resent,
        bytes,
        missedSummary(),
        service.summarise(),
        response.summarise(),
        lateness.summarise(),
        errors());
  }

  private MissedSummary missedSummary() {
    return MissedSummary.of(missed);
  }
}
