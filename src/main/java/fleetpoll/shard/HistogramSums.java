package fleetpoll.shard;

import fleetpoll.record.DeviceRecorder;
import fleetpoll.run.Distribution;
import fleetpoll.run.HistogramRow;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.AbstractHistogram;
import org.HdrHistogram.Histogram;

/**
 * The histograms of a fleet added up, bucket by bucket: by endpoint and measure, and of the
 * lateness by shard, too.
 */
final class HistogramSums {

  private static final String LATENESS = DeviceRecorder.MEASURES.get(2);

  private final Map<String, Map<String, Histogram>> byEndpoint = new LinkedHashMap<>();
  private final Map<Integer, Histogram> latenessByShard = new TreeMap<>();
  private final Map<String, Histogram> shared = new LinkedHashMap<>();
  private long rows;

  /**
   * Adds one of a device.
   *
   * @param shard its place among the runs
   */
  void add(int shard, HistogramRow row, AbstractHistogram micros) {
    rows++;
    byEndpoint
        .computeIfAbsent(row.endpoint(), name -> new LinkedHashMap<>())
        .computeIfAbsent(row.measure(), name -> Distribution.empty())
        .add(micros);
    if (row.measure().equals(LATENESS)) {
      latenessByShard.computeIfAbsent(shard, place -> Distribution.empty()).add(micros);
    }
  }

  /** Adds one of what a shard's devices share. */
  void addShared(HistogramRow row, AbstractHistogram micros) {
    shared.computeIfAbsent(row.measure(), name -> Distribution.empty()).add(micros);
  }

  /** The sum of an endpoint's measure; empty if there is none. */
  Histogram of(String endpoint, String measure) {
    return byEndpoint.getOrDefault(endpoint, Map.of()).getOrDefault(measure, Distribution.empty());
  }

  /** The sums of what devices share, by measure. */
  Map<String, Histogram> shared() {
    return shared;
  }

  /** One of those; empty if there is none. */
  Histogram shared(String measure) {
    return shared.getOrDefault(measure, Distribution.empty());
  }

  /** The lateness of all polls that a shard sent, by its place among the runs. */
  Histogram lateness(int shard) {
    return latenessByShard.getOrDefault(shard, Distribution.empty());
  }

  /** The lateness of all polls. */
  Histogram lateness() {
    Histogram all = Distribution.empty();
    latenessByShard.values().forEach(all::add);
    return all;
  }

  /** How many rows the merged log has. */
  long rows() {
    return rows + shared.size();
  }

  /** How many durations there are, by endpoint and measure. */
  Map<String, Map<String, Long>> polls() {
    Map<String, Map<String, Long>> polls = new LinkedHashMap<>();
    byEndpoint.forEach(
        (endpoint, measures) -> {
          Map<String, Long> counts = new LinkedHashMap<>();
          measures.forEach((measure, sum) -> counts.put(measure, sum.getTotalCount()));
          polls.put(endpoint, counts);
        });
    return polls;
  }
}
