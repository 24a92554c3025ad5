package fleetpoll.report;

import fleetpoll.run.RunFolder;
import fleetpoll.run.TimelineRow;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

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
   * Joins the rows of {@code timeline.csv} and keeps none: a week has millions. A second may have
   * several rows.
   *
   * @param rows are read twice; what a run that goes on has added by the second time is left out
   * @param window length of the measured window, whose last second may be a part of one
   */
  public static TimelineData of(
      List<String> endpoints, RunFolder.Rows<TimelineRow> rows, Duration window)
      throws IOException {
    AtomicLong last = new AtomicLong(-1);
    rows.forEach(row -> last.accumulateAndGet(row.tS(), Math::max));
    int seconds = Math.toIntExact(last.get() + 1);
    int step = LineResolution.step(seconds);
    Map<String, Folding> byName = new LinkedHashMap<>();
    endpoints.forEach(name -> byName.put(name, new Folding(seconds, step)));
    rows.forEach(
        row -> {
          Folding own = byName.get(row.endpoint());
          if (own != null && row.tS() <= last.get()) {
            own.add(row);
          }
        });
    return new TimelineData(
        step, byName.values().stream().map(own -> own.lines(window.toMillis() / 1e3)).toList());
  }

  /** The data of a run of which nothing is known. */
  public static TimelineData empty(List<String> endpoints) {
    return new TimelineData(1, endpoints.stream().map(name -> new Folding(0, 1).lines(0)).toList());
  }

  /** Adds up the rows of one endpoint. */
  private static final class Folding {

    private static final List<Function<TimelineRow, Double>> SERVICE =
        List.of(TimelineRow::serviceP50Ms, TimelineRow::serviceP95Ms, TimelineRow::serviceP99Ms);
    private static final List<Function<TimelineRow, Double>> RESPONSE =
        List.of(TimelineRow::responseP50Ms, TimelineRow::responseP95Ms, TimelineRow::responseP99Ms);

    private final int seconds;
    private final int step;
    private final double[] ok;
    private final double[] ko;
    private final double[] missed;
    private final Double[][] service;
    private final Double[][] response;

    Folding(int seconds, int step) {
      this.seconds = seconds;
      this.step = step;
      int points = (seconds + step - 1) / step;
      this.ok = new double[points];
      this.ko = new double[points];
      this.missed = new double[points];
      this.service = new Double[SERVICE.size()][points];
      this.response = new Double[RESPONSE.size()][points];
    }

    void add(TimelineRow row) {
      int point = Math.toIntExact(row.tS() / step);
      ok[point] += row.ok();
      ko[point] += row.ko();
      missed[point] += row.missed();
      worst(service, SERVICE, row, point);
      worst(response, RESPONSE, row, point);
    }

    private static void worst(
        Double[][] lines, List<Function<TimelineRow, Double>> times, TimelineRow row, int point) {
      for (int i = 0; i < lines.length; i++) {
        Double millis = times.get(i).apply(row);
        Double before = lines[i][point];
        if (millis != null && (before == null || millis > before)) {
          lines[i][point] = millis;
        }
      }
    }

    Lines lines(double windowS) {
      return new Lines(
          perSecond(ok, windowS),
          perSecond(ko, windowS),
          perSecond(missed, windowS),
          Arrays.asList(service),
          Arrays.asList(response));
    }

    private double[] perSecond(double[] sums, double windowS) {
      double[] rates = new double[sums.length];
      for (int i = 0; i < sums.length; i++) {
        rates[i] = Math.round(10 * sums[i] / lengthS(i, windowS)) / 10.0;
      }
      return rates;
    }

    /**
     * The length of a point. A rate of less than half a second of a few polls would be a peak by
     * chance. Seconds after the window are whole: those of a run that was cut short are known
     * beyond its last checkpoint.
     */
    private double lengthS(int point, double windowS) {
      boolean endsInLastSecond = windowS > seconds - 1;
      double end =
          endsInLastSecond ? Math.min(seconds, Math.max(windowS, seconds - LEAST_S)) : seconds;
      return Math.min(step, end - (double) point * step);
    }
  }
}
