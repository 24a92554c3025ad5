package fleetpoll.shard;

import fleetpoll.record.LatencySummary;
import fleetpoll.run.Latency;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.HdrHistogram.AbstractHistogram;

/**
 * Times of one kind that several shards measured: percentiles come from their added histograms, and
 * only what is exact for each shard comes from the shards' figures.
 */
final class Times {

  private static final double MICROS_PER_MILLI = 1e3;

  private final List<Latency> shards = new ArrayList<>();
  private double sumMs;
  private long count;

  /** Adds those of one shard. */
  void add(Latency latency, long number) {
    if (latency != null && latency.meanMs() != null) {
      shards.add(latency);
      sumMs += latency.meanMs() * number;
      count += number;
    }
  }

  /**
   * The figures of all.
   *
   * @param micros the distribution of all
   */
  Latency of(AbstractHistogram micros) {
    if (count == 0) {
      return Latency.of(LatencySummary.EMPTY);
    }
    return Latency.of(
        LatencySummary.of(
            micros,
            micros(Latency::minMs, true),
            sumMs / count * MICROS_PER_MILLI,
            micros(Latency::maxMs, false)));
  }

  private long micros(Function<Latency, Double> figure, boolean isLeast) {
    Stream<Double> known = shards.stream().map(figure).filter(Objects::nonNull);
    double millis = known.reduce(isLeast ? Math::min : Math::max).orElse(0.0);
    return Math.round(millis * MICROS_PER_MILLI);
  }
}
