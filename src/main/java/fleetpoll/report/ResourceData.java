package fleetpoll.report;

import fleetpoll.run.SampleRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

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

  public static ResourceData of(List<SampleRow> rows) {
    Map<String, List<SampleRow>> bySource = new LinkedHashMap<>();
    rows.stream()
        .filter(row -> row.tS() >= 0)
        .forEach(row -> bySource.computeIfAbsent(row.source(), s -> new ArrayList<>()).add(row));
    Map<String, Lines> sources = new LinkedHashMap<>();
    bySource.forEach((source, own) -> sources.put(source, lines(own)));
    return new ResourceData(sources);
  }

  /**
   * The lines of a source. If there are too many samples, neighbours are joined: processors by
   * their mean, memory by its peak, stalls by the longest.
   */
  private static Lines lines(List<SampleRow> rows) {
    int step = LineResolution.step(rows.size());
    boolean isStallKnown = rows.stream().anyMatch(row -> row.stallMaxMs() != null);
    Lines lines =
        new Lines(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (int from = 0; from < rows.size(); from += step) {
      List<SampleRow> some = rows.subList(from, Math.min(rows.size(), from + step));
      lines.tS.add(some.get(some.size() - 1).tS());
      lines.cpuCores.add(mean(known(some, SampleRow::cpuCores)));
      lines.rssMb.add(peakMb(known(some, SampleRow::rssBytes)));
      if (isStallKnown) {
        lines.stallMs.add(longest(known(some, SampleRow::stallMaxMs)));
      }
    }
    return lines;
  }

  private static <T> List<T> known(List<SampleRow> rows, Function<SampleRow, T> figure) {
    return rows.stream().map(figure).filter(Objects::nonNull).toList();
  }

  private static Double mean(List<Double> values) {
    return values.isEmpty()
        ? null
        : rounded(values.stream().mapToDouble(Double::doubleValue).average().orElseThrow(), 1_000);
  }

  private static Double peakMb(List<Long> bytes) {
    return bytes.isEmpty()
        ? null
        : rounded(bytes.stream().mapToLong(Long::longValue).max().orElseThrow() / 1e6, 100);
  }

  private static Double longest(List<Double> millis) {
    return millis.stream().max(Double::compare).orElse(null);
  }

  private static Double rounded(double value, double parts) {
    return Math.round(value * parts) / parts;
  }
}
