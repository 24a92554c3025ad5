package fleetpoll.record;

import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/**
 * One endpoint of the whole fleet so far. Safe for concurrent use: the devices' threads record
 * without waiting for each other or for whoever asks.
 */
final class ProgressRecorder {

  private final Recorder service = new Recorder(LatencyRecorder.SIGNIFICANT_DIGITS);
  private final LongAdder missed = new LongAdder();
  private final Map<String, LongAdder> koBy = new ConcurrentHashMap<>();
  private final Histogram total = new Histogram(LatencyRecorder.SIGNIFICANT_DIGITS);
  private Histogram sinceLast;

  void record(Poll poll) {
    if (poll.outcome().isOk()) {
      service.recordValue(poll.serviceMicros());
    } else {
      koBy.computeIfAbsent(poll.outcome().text(), reason -> new LongAdder()).increment();
    }
  }

  void missed() {
    missed.increment();
  }

  /** Percentiles are those of one distribution, to which each call adds what is new. */
  synchronized EndpointProgress summarise() {
    sinceLast = service.getIntervalHistogram(sinceLast);
    total.add(sinceLast);
    Map<String, Long> ko = new TreeMap<>();
    koBy.forEach((reason, count) -> ko.put(reason, count.sum()));
    long ok = total.getTotalCount();
    return new EndpointProgress(
        ok,
        missed.sum(),
        ko,
        ok == 0 ? OptionalLong.empty() : OptionalLong.of(total.getValueAtPercentile(99)));
  }
}
