package fleetpoll.report;

import fleetpoll.run.TimelineRow;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * The data about the whole fleet over time that the page hands to its script. Point {@code i} of
 * every list is the stretch that begins {@code i · stepS} seconds after the measured window did.
 *
 * @param stepS length of a stretch, in seconds: 1 unless there are too many of them
 * @param endpoints in the run's order
 */
public record TimelineData(int stepS, List<Lines> endpoints) {

  /** The least length with which a last part of a second counts, in seconds. */
  private static final double LEAST_S = 0.5;

  /**
   * One endpoint: polls per second, and times in milliseconds, null if there are none. The
   * percentile of a stretch of several seconds is that of its worst second: percentiles have no
   * mean.
   *
   * @param service p50, p95 and p99, of successes
   * @param response p50, p95 and p99, of all planned polls; of successes in runs before schema 4
   */
  public record Lines(
      double[] ok, double[] ko, double[] missed, List<Double[]> service, List<Double[]> response) {}

  /**
   * Joins the rows of {@code timeline.csv}.
   *
   * @param window length of the measured window, whose last second may be a part of one
   */
  public static TimelineData of(List<String> endpoints, List<TimelineRow> rows, Duration window) {
    int seconds = Math.toIntExact(rows.stream().mapToLong(TimelineRow::tS).max().orElse(-1) + 1);
    int step = LineResolution.step(seconds);
    return new TimelineData(
        step,
        endpoints.stream()
            .map(name -> rows.stream().filter(row -> name.equals(row.endpoint())).toList())
            .map(own -> new Folding(seconds, step, window.toMillis() / 1e3, own).lines())
            .toList());
  }

  private record Folding(int seconds, int step, double windowS, List<TimelineRow> rows) {

    Lines lines() {
      return new Lines(
          perSecond(TimelineRow::ok),
          perSecond(TimelineRow::ko),
          perSecond(TimelineRow::missed),
          Stream.<Function<TimelineRow, Double>>of(
                  TimelineRow::serviceP50Ms, TimelineRow::serviceP95Ms, TimelineRow::serviceP99Ms)
              .map(this::worst)
              .toList(),
          Stream.<Function<TimelineRow, Double>>of(
                  TimelineRow::responseP50Ms,
                  TimelineRow::responseP95Ms,
                  TimelineRow::responseP99Ms)
              .map(this::worst)
              .toList());
    }

    private int points() {
      return (seconds + step - 1) / step;
    }

    private int point(TimelineRow row) {
      return Math.toIntExact(row.tS() / step);
    }

    private double[] perSecond(ToLongFunction<TimelineRow> count) {
      double[] sums = new double[points()];
      rows.forEach(row -> sums[point(row)] += count.applyAsLong(row));
      for (int i = 0; i < sums.length; i++) {
        sums[i] = Math.round(10 * sums[i] / lengthS(i)) / 10.0;
      }
      return sums;
    }

    /**
     * The length of a point. A rate of less than half a second of a few polls would be a peak by
     * chance.
     */
    private double lengthS(int point) {
      double end = Math.min(seconds, Math.max(windowS, seconds - LEAST_S));
      return Math.min(step, end - (double) point * step);
    }

    private Double[] worst(Function<TimelineRow, Double> millis) {
      Double[] worst = new Double[points()];
      for (TimelineRow row : rows) {
        Double value = millis.apply(row);
        if (value != null) {
          int i = point(row);
          worst[i] = worst[i] == null ? value : Double.valueOf(Math.max(worst[i], value));
        }
      }
      return worst;
    }
  }
}
