package fleetpoll.run;

import fleetpoll.watch.Sample;
import fleetpoll.watch.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * The samples of a stretch of time. A sample covers the time since the one before, and belongs to
 * the window that contains the middle of that time; a first sample covers only its own instant.
 *
 * @param samples of all sources; those of each source are in order of time
 * @param startNanos since the fleet's origin
 * @param endNanos since the fleet's origin
 */
public record SampledWindow(List<Sample> samples, long startNanos, long endNanos) {

  /** The share of the window for which processor time must be known before there is a total. */
  private static final double COVERED = 0.9;

  private static final double NANOS_PER_MILLI = 1e6;

  /** A sample and the time since the one before; 0 for the first. */
  private record Span(Sample sample, long nanos) {

    long middleNanos() {
      return sample.atNanos() - nanos / 2;
    }

    boolean tellsCpu() {
      return sample.cpuCores() != null && nanos > 0;
    }

    double cpuNanos() {
      return sample.cpuCores() * nanos;
    }
  }

  /** The usage of a source; means of processor time weight each sample by its time. */
  public Usage usage(Source source) {
    List<Span> spans = spans(source);
    return new Usage(
        Decimals.of(cpuCoresMean(spans), Usage.CORES_DECIMALS),
        Decimals.of(greatest(spans, Sample::cpuCores), Usage.CORES_DECIMALS),
        rssBytesMean(spans),
        greatest(spans, Sample::rssBytes),
        greatest(spans, Sample::heapBytes),
        gcPauseMsTotal(spans),
        greatest(spans, Sample::gcPauseMillis),
        greatest(spans, Sample::threads),
        greatest(spans, Sample::openFiles),
        null,
        null);
  }

  /**
   * The processor time that a source used in all, in milliseconds; empty if it is known for less
   * than nine tenths of the window.
   */
  public OptionalDouble cpuMillis(Source source) {
    List<Span> known = spans(source).stream().filter(Span::tellsCpu).toList();
    long covered = known.stream().mapToLong(Span::nanos).sum();
    if (covered == 0 || covered < COVERED * (endNanos - startNanos)) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(known.stream().mapToDouble(Span::cpuNanos).sum() / NANOS_PER_MILLI);
  }

  private List<Span> spans(Source source) {
    List<Span> spans = new ArrayList<>();
    Sample before = null;
    for (Sample sample : samples) {
      if (sample.source() == source) {
        Span span = new Span(sample, before == null ? 0 : sample.atNanos() - before.atNanos());
        if (span.middleNanos() >= startNanos && span.middleNanos() <= endNanos) {
          spans.add(span);
        }
        before = sample;
      }
    }
    return spans;
  }

  private static Double cpuCoresMean(List<Span> spans) {
    List<Span> known = spans.stream().filter(Span::tellsCpu).toList();
    double nanos = known.stream().mapToLong(Span::nanos).sum();
    return nanos == 0
        ? null
        : Double.valueOf(known.stream().mapToDouble(Span::cpuNanos).sum() / nanos);
  }

  private static Long rssBytesMean(List<Span> spans) {
    OptionalDouble mean =
        spans.stream()
            .map(span -> span.sample.rssBytes())
            .filter(Objects::nonNull)
            .mapToLong(Long::longValue)
            .average();
    return mean.isEmpty() ? null : Long.valueOf(Math.round(mean.getAsDouble()));
  }

  private static Double gcPauseMsTotal(List<Span> spans) {
    List<Double> known =
        spans.stream().map(span -> span.sample.gcPauseMillis()).filter(Objects::nonNull).toList();
    return known.isEmpty()
        ? null
        : Double.valueOf(known.stream().mapToDouble(Double::doubleValue).sum());
  }

  private static <T extends Comparable<T>> T greatest(
      List<Span> spans, Function<Sample, T> figure) {
    return spans.stream()
        .map(span -> figure.apply(span.sample))
        .filter(Objects::nonNull)
        .max(Comparable::compareTo)
        .orElse(null);
  }
}
