package fleetpoll.report;

import fleetpoll.run.RunFolder;
import fleetpoll.run.SampleRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The data about resources over time that the page hands to its script, without the warm-up.
 *
 * @param sources by name, such as {@code target}; only those that have samples
 */
public record ResourceData(Map<String, Lines> sources) {

  /**
   * The samples of one source; null if a figure is not known.
   *
   * @param tS instants of the samples, in seconds since the measured window began
   * @param cpuCores in use since the sample before
   * @param rssMb resident memory in 10^6 bytes
   * @param stallMs longest stall since the sample before; empty for all but the generator
   */
  public record Lines(
      List<Double> tS, List<Double> cpuCores, List<Double> rssMb, List<Double> stallMs) {}

  /**
   * Joins the rows of {@code samples.csv} and keeps none. If a source has too many samples,
   * neighbours are joined: processors by their mean, memory by its peak, stalls by the longest.
   *
   * @param rows are read twice
   */
  public static ResourceData of(RunFolder.Rows<SampleRow> rows) throws IOException {
    Map<String, Source> bySource = new LinkedHashMap<>();
    rows.forEach(
        row -> {
          if (row.tS() >= 0) {
            bySource.computeIfAbsent(row.source(), name -> new Source()).count(row);
          }
        });
    rows.forEach(
        row -> {
          Source source = bySource.get(row.source());
          if (source != null && row.tS() >= 0) {
            source.add(row);
          }
        });
    Map<String, Lines> sources = new LinkedHashMap<>();
    bySource.forEach((name, source) -> sources.put(name, source.lines()));
    return new ResourceData(sources);
  }

  /** Joins the samples of one source: first all are counted, then all are added. */
  private static final class Source {

    private final Lines lines =
        new Lines(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    private int rows;
    private boolean isStallKnown;

    // The samples since the last point.
    private int joined;
    private double tS;
    private int cpuKnown;
    private double cpuCores;
    private Long rssBytes;
    private Double stallMs;

    void count(SampleRow row) {
      rows++;
      isStallKnown |= row.stallMaxMs() != null;
    }

    void add(SampleRow row) {
      joined++;
      tS = row.tS();
      if (row.cpuCores() != null) {
        cpuKnown++;
        cpuCores += row.cpuCores();
      }
      rssBytes = greater(rssBytes, row.rssBytes());
      stallMs = greater(stallMs, row.stallMaxMs());
      if (joined == LineResolution.step(rows)) {
        addPoint();
      }
    }

    private void addPoint() {
      lines.tS.add(tS);
      lines.cpuCores.add(cpuKnown == 0 ? null : rounded(cpuCores / cpuKnown, 1_000));
      lines.rssMb.add(rssBytes == null ? null : rounded(rssBytes / 1e6, 100));
      if (isStallKnown) {
        lines.stallMs.add(stallMs);
      }
      joined = 0;
      cpuKnown = 0;
      cpuCores = 0;
      rssBytes = null;
      stallMs = null;
    }

    Lines lines() {
      if (joined > 0) {
        addPoint();
      }
      return lines;
    }

    private static <T extends Comparable<T>> T greater(T one, T other) {
      return one == null || other != null && other.compareTo(one) > 0 ? other : one;
    }

    private static Double rounded(double value, double parts) {
      return Math.round(value * parts) / parts;
    }
  }
}
