package fleetpoll.record;

import fleetpoll.schedule.MissedCause;
import fleetpoll.schedule.Waits;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.AbstractHistogram;

/**
 * What one device, or several together, saw of one endpoint. Belongs to one thread; from others
 * {@link #progress()} alone may be called.
 */
final class EndpointRecorder {

  private final LatencyRecorder service;
  private final LatencyRecorder response;
  private final LatencyRecorder lateness;
  private final MissedCounts missed = new MissedCounts();

  // One thread writes these and others read them: volatile is enough, and costs a poll some
  // nanoseconds where an atomic increment would cost more.
  private volatile long ok;
  private volatile long ko;
  private volatile long serviceSumMicros;

  private Openings openings = Openings.NONE;
  private Openings warmUpOpenings = Openings.NONE;
  private long bytes;
  private long wireBytes;
  private long unanswered;
  private long stalled;
  private long heldBackNanos;
  private Map<String, ErrorRecorder> errors = Map.of();

  EndpointRecorder() {
    this(new LatencyRecorder(), new LatencyRecorder(), new LatencyRecorder());
  }

  private EndpointRecorder(
      LatencyRecorder service, LatencyRecorder response, LatencyRecorder lateness) {
    this.service = service;
    this.response = response;
    this.lateness = lateness;
  }

  void record(Poll poll) {
    lateness.record(poll.latenessMicros());
    bytes += poll.bytes();
    wireBytes += poll.wireBytes();
    opened(poll.opening());
    if (poll.outcome().isOk()) {
      ok++;
      serviceSumMicros += poll.serviceMicros();
      service.record(poll.serviceMicros());
    } else {
      ko++;
      error(poll.outcome().text(), poll.message(), poll.endNanos()).record(poll.endNanos());
    }
  }

  /** Connections were opened in the measured window. */
  void opened(Opening opening) {
    openings = openings.plus(opening);
  }

  /** A poll of the warm-up has ended: only what it opened lasts into the measured window. */
  void warmedUp(Opening opening) {
    warmUpOpenings = warmUpOpenings.plus(opening);
  }

  void missed(MissedCause cause) {
    missed.count(cause);
  }

  /** A planned poll is answered by a success that ended this long after the poll's due. */
  void answered(long micros) {
    response.record(micros);
  }

  /** A success answers many planned polls. */
  void answered(Waits waits) {
    response.record(waits);
  }

  /** No success has followed a planned poll since its due, this long ago. */
  void unanswered(long micros) {
    unanswered++;
    response.record(micros);
  }

  /** No success has followed many planned polls. */
  void unanswered(Waits waits) {
    unanswered += waits.count();
    response.record(waits);
  }

  /** The time of a poll contained a stall of the generator. */
  void stalled() {
    stalled++;
  }

  /** The generator held a device back for this long by missing its polls. */
  void heldBack(long nanos) {
    heldBackNanos = Math.max(heldBackNanos, nanos);
  }

  /** Only the thread that records may call this. */
  EndpointRecorder copy() {
    EndpointRecorder copy = new EndpointRecorder(service.copy(), response.copy(), lateness.copy());
    copy.addCounts(this);
    return copy;
  }

  /** Counts are added up, distributions and errors merged. */
  void add(EndpointRecorder other) {
    service.add(other.service);
    response.add(other.response);
    lateness.add(other.lateness);
    addCounts(other);
  }

  private void addCounts(EndpointRecorder other) {
    ok += other.ok;
    ko += other.ko;
    serviceSumMicros += other.serviceSumMicros;
    bytes += other.bytes;
    wireBytes += other.wireBytes;
    unanswered += other.unanswered;
    stalled += other.stalled;
    heldBack(other.heldBackNanos);
    openings = openings.plus(other.openings);
    warmUpOpenings = warmUpOpenings.plus(other.warmUpOpenings);
    missed.add(other.missed);
    other.errors.forEach((reason, e) -> error(reason, e.message(), e.firstNanos()).add(e));
  }

  private ErrorRecorder error(String reason, String message, long nanos) {
    if (errors.isEmpty()) {
      errors = new HashMap<>(2);
    }
    return errors.computeIfAbsent(reason, absent -> new ErrorRecorder(message, nanos));
  }

  /** In the order of {@link DeviceRecorder#MEASURES}. */
  List<AbstractHistogram> histograms() {
    return List.of(service.histogram(), response.histogram(), lateness.histogram());
  }

  LatencyRecorder lateness() {
    return lateness;
  }

  /** Polls of which it is known what became of them. */
  long accountedFor() {
    return ok + ko + missed.total();
  }

  /** May be called from any thread. */
  DeviceProgress progress() {
    return new DeviceProgress(
        ok, ko, missed.total(), missed.of(MissedCause.GENERATOR), serviceSumMicros);
  }

  List<ErrorSummary> errors() {
    return errors.entrySet().stream()
        .map(e -> e.getValue().summarise(e.getKey()))
        .sorted(
            Comparator.comparingLong(ErrorSummary::firstNanos).thenComparing(ErrorSummary::reason))
        .toList();
  }

  EndpointSummary summarise(long planned, long silenceNanos) {
    return new EndpointSummary(
        planned,
        ok,
        ko,
        unanswered,
        stalled,
        silenceNanos,
        heldBackNanos,
        bytes,
        wireBytes,
        missed.summarise(),
        service.summarise(),
        response.summarise(),
        lateness.summarise(),
        openings,
        warmUpOpenings,
        errors());
  }
}
