package fleetpoll.record;

import fleetpoll.schedule.MissedCause;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
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
  private Histogram sinceLast;

  void record(Poll poll) {
    if (poll.outcome().isOk()) {
      service.recordValue(poll.serviceMicros());
      serviceSumMicros.add(poll.serviceMicros());
    } else {
      failures.count(poll.outcome());
    }
  }

  /** A success answers a planned poll. */
  void answered() {
    answered.increment();
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
    long ok = total.getTotalCount();
    return new EndpointProgress(
        ok,
        answered.sum(),
        missed.summarise(),
        failures.summarise(),
        ok == 0 ? OptionalLong.empty() : OptionalLong.of(total.getValueAtPercentile(99)),
        serviceSumMicros.sum(),
        okWithin(boundsMicros));
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
