package fleetpoll.run;

import fleetpoll.watch.Sample;
import fleetpoll.watch.Source;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;

/**
 * Adds up the samples of a stretch of time, and keeps none of them. A sample covers the time since
 * the one before, and belongs to the window that contains the middle of that time; a first sample
 * covers only its own instant. Safe for concurrent use.
 */
public final class SampledWindow {

  /**
   * The share of a window for which something must be known, such as processor time, before it is
   * taken for the whole window's.
   */
  public static final double COVERED = 0.9;

  private static final double NANOS_PER_MILLI = 1e6;

  /** How much time a sample of memory speaks for: a bit more than lies between two. */
  private static final long LONGEST_NANOS = 1_500_000_000;

  private final long startNanos;
  private final LongSupplier endNanos;
  private final Map<Source, Total> totals; // its own lock

  /** The samples of one source; null if a figure was never known. */
  private static final class Total {
    private Sample before;
    private long cpuKnownNanos;
    private double cpuNanos;
    private Double cpuCoresPeak;
    private long rssKnownNanos;
    private long rssSamples;
    private double rssBytes;
    private Long rssBytesPeak;
    private Long heapBytesPeak;
    private Double gcPauseMillis;
    private Double gcPauseMillisPeak;
    private Integer threadsPeak;
    private Long openFilesPeak;

    void add(Sample sample, long nanos) {
      if (sample.cpuCores() != null) {
        cpuKnownNanos += nanos;
        cpuNanos += sample.cpuCores() * nanos;
      }
      if (sample.rssBytes() != null) {
        rssKnownNanos += Math.min(nanos, LONGEST_NANOS);
        rssSamples++;
        rssBytes += sample.rssBytes();
      }
      if (sample.gcPauseMillis() != null) {
        gcPauseMillis = sample.gcPauseMillis() + (gcPauseMillis == null ? 0 : gcPauseMillis);
      }
      cpuCoresPeak = Decimals.greater(cpuCoresPeak, sample.cpuCores());
      rssBytesPeak = Decimals.greater(rssBytesPeak, sample.rssBytes());
      heapBytesPeak = Decimals.greater(heapBytesPeak, sample.heapBytes());
      gcPauseMillisPeak = Decimals.greater(gcPauseMillisPeak, sample.gcPauseMillis());
      threadsPeak = Decimals.greater(threadsPeak, sample.threads());
      openFilesPeak = Decimals.greater(openFilesPeak, sample.openFiles());
    }

    Usage usage() {
      Double cores = cpuKnownNanos == 0 ? null : Double.valueOf(cpuNanos / cpuKnownNanos);
      return new Usage(
          Decimals.of(cores, Usage.CORES_DECIMALS),
          Decimals.of(cpuCoresPeak, Usage.CORES_DECIMALS),
          rssSamples == 0 ? null : Long.valueOf(Math.round(rssBytes / rssSamples)),
          rssBytesPeak,
          heapBytesPeak,
          gcPauseMillis,
          gcPauseMillisPeak,
          threadsPeak,
          openFilesPeak,
          null,
          null);
    }
  }

  /**
   * A window without samples. Instants are nanoseconds since the fleet's origin.
   *
   * @param endNanos supplies the window's end as far as it is known: an end that comes earlier than
   *     expected must be known once it has passed
   */
  public SampledWindow(long startNanos, LongSupplier endNanos) {
    this(startNanos, endNanos, new EnumMap<>(Source.class));
  }

  private SampledWindow(long startNanos, LongSupplier endNanos, Map<Source, Total> totals) {
    this.startNanos = startNanos;
    this.endNanos = endNanos;
    this.totals = totals;
  }

  /** The same samples as those of a window that ends now or has ended at {@code nanos}. */
  public SampledWindow until(long nanos) {
    return new SampledWindow(startNanos, () -> nanos, totals);
  }

  /** The window of these samples of all sources; those of each source are in order of time. */
  public static SampledWindow of(List<Sample> samples, long startNanos, long endNanos) {
    SampledWindow window = new SampledWindow(startNanos, () -> endNanos);
    samples.forEach(window::add);
    return window;
  }

  /** Adds a sample; those of each source come in order of time. */
  public void add(Sample sample) {
    long end = endNanos();
    synchronized (totals) {
      Total total = totals.computeIfAbsent(sample.source(), source -> new Total());
      long nanos = total.before == null ? 0 : sample.atNanos() - total.before.atNanos();
      long middleNanos = sample.atNanos() - nanos / 2;
      if (middleNanos >= startNanos && middleNanos <= end) {
        total.add(sample, nanos);
      }
      total.before = sample;
    }
  }

  /** The usage of a source; means of processor time weight each sample by its time. */
  public Usage usage(Source source) {
    synchronized (totals) {
      return totals.getOrDefault(source, new Total()).usage();
    }
  }

  /**
   * The processor time that a source used in all, in milliseconds; empty if it is known for less
   * than nine tenths of the window.
   */
  public OptionalDouble cpuMillis(Source source) {
    double required = COVERED * (endNanos() - startNanos);
    synchronized (totals) {
      Total total = totals.getOrDefault(source, new Total());
      return total.cpuKnownNanos == 0 || total.cpuKnownNanos < required
          ? OptionalDouble.empty()
          : OptionalDouble.of(total.cpuNanos / NANOS_PER_MILLI);
    }
  }

  /**
   * The share of the window for which a source's memory is known, in per cent; 0 if it never was.
   */
  double memoryKnownPercent(Source source) {
    long length = endNanos() - startNanos;
    synchronized (totals) {
      Total total = totals.get(source);
      if (total == null || total.rssSamples == 0) {
        return 0;
      }
      return length <= 0 ? 100 : Math.min(100, 100.0 * total.rssKnownNanos / length);
    }
  }

  /** When the window begins. */
  public long startNanos() {
    return startNanos;
  }

  /** When it ends, as far as this is known. */
  public long endNanos() {
    return endNanos.getAsLong();
  }
}
