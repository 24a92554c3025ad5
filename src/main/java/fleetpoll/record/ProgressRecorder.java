package fleetpoll.record;

import fleetpoll.schedule.MissedCause;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/**
 * Records one endpoint of the whole fleet so far. Safe for concurrent use: the devices' threads
 * record without waiting for each other or for whoever asks.
 */
final class ProgressRecorder {

  private final Recorder service = new Recorder(LatencyRecorder.SIGNIFICANT_DIGITS);
  private final LongAdder serviceSumMicros = new LongAdder();
  private final LongAdder answered = new LongAdder();
  private final MissedCounts missed = new MissedCounts();
  private final FailureCounts failures = new FailureCounts();
  private final Histogram total = new Histogram(LatencyRecorder.SIGNIFICANT_DIGITS);
  private final Histogram recent = new Histogram(LatencyRecorder.SIGNIFICANT_DIGITS);
  private final OvertimeRecorder overtime;
  private final Openings.HandshakeRecorder handshakes;
  private EndpointProgress before;
  private Histogram sinceLast;

  /**
   * @param overtime takes the polls that end after the measured window, of all endpoints
   * @param handshakes takes those of TLS, of all endpoints
   */
  ProgressRecorder(OvertimeRecorder overtime, Openings.HandshakeRecorder handshakes) {
    this.overtime = overtime;
    this.handshakes = handshakes;
    this.before = summarise();
  }

  void record(Poll poll) {
    overtime.record(poll);
    opened(poll.opening());
    if (poll.outcome().isOk()) {
      service.recordValue(poll.serviceMicros());
      serviceSumMicros.add(poll.serviceMicros());
    } else {
      failures.count(poll.outcome());
    }
  }

  /** Connections were opened in the measured window. */
  void opened(Opening opening) {
    if (opening != Opening.NONE) {
      handshakes.window(opening);
    }
  }

  /** A poll of the warm-up has ended. */
  void warmedUp(Opening opening) {
    if (opening != Opening.NONE) {
      handshakes.warmUp(opening);
    }
  }

  /** A success answers so many planned polls. */
  void answered(long polls) {
    answered.add(polls);
  }

  void missed(MissedCause cause) {
    missed.count(cause);
  }

  /**
   * Each call adds the new durations to one distribution, from which the percentiles come.
   *
   * @param boundsMicros the bounds of {@link EndpointProgress#okWithin()}, ascending
   */
  synchronized EndpointProgress summarise(long... boundsMicros) {
    sinceLast = service.getIntervalHistogram(sinceLast);
    total.add(sinceLast);
    recent.add(sinceLast);
    return new EndpointProgress(
        total.getTotalCount(),
        answered.sum(),
        missed.summarise(),
        failures.summarise(),
        p99(total),
        serviceSumMicros.sum(),
        okWithin(boundsMicros));
  }

  /** What has come since the last call of this method; there can be one who asks. */
  synchronized EndpointProgress recent() {
    EndpointProgress now = summarise();
    Map<String, Long> koBy = new TreeMap<>(now.koBy());
    before.koBy().forEach((reason, n) -> koBy.merge(reason, -n, Long::sum));
    koBy.values().removeIf(n -> n == 0);
    EndpointProgress since =
        new EndpointProgress(
            recent.getTotalCount(),
            now.answered() - before.answered(),
            now.missedBy().since(before.missedBy()),
            koBy,
            p99(recent),
            now.serviceSumMicros() - before.serviceSumMicros(),
            List.of());
    recent.reset();
    before = now;
    return since;
  }

  private static OptionalLong p99(Histogram micros) {
    return micros.getTotalCount() == 0
        ? OptionalLong.empty()
        : OptionalLong.of(micros.getValueAtPercentile(99));
  }

  /** Looks at each value once, however many bounds there are. */
  private List<Long> okWithin(long... boundsMicros) {
    List<Long> within = new ArrayList<>(boundsMicros.length);
    long count = 0;
    long from = 0;
    for (long bound : boundsMicros) {
      count += total.getCountBetweenValues(from, bound);
      within.add(count);
      from = total.nextNonEquivalentValue(bound);
    }
    return within;
  }
}
