package fleetpoll.run;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import fleetpoll.stall.Stalls;
import fleetpoll.watch.Sample;
import fleetpoll.watch.Source;

/**
 * A row of {@code samples.csv}: the resources of one source at one instant; null if they are not
 * known. {@link Sample} says what the columns mean.
 *
 * @param tS seconds since the measured window began; negative in the warm-up
 * @param source {@code target}, {@code generator} or {@code host}; in a merged run {@code
 *     generator-1}, {@code host-1} and so on, with the number of the shard
 * @param stallMs for how long at least one event loop of the generator stood still since the sample
 *     before, in milliseconds
 * @param stallMaxMs the longest time for which one of them did so at a time, of a stall that began
 *     or ended outside the part inside
 */
@JsonNaming(SnakeCaseStrategy.class)
public record SampleRow(
    @JsonProperty("t_s") double tS,
    String source,
    Double cpuCores,
    Long rssBytes,
    Long heapBytes,
    Double gcPauseMs,
    Integer threads,
    Long openFiles,
    Long netRxBytes,
    Long netTxBytes,
    Long diskReadBytes,
    Long diskWriteBytes,
    Double stallMs,
    Double stallMaxMs) {

  private static final double NANOS_PER_MILLI = 1e6;

  /**
   * The row of a sample.
   *
   * @param generatorNanos when the generator's sample before was taken; null if there is none
   * @param stalls since then; they belong to the generator's samples
   */
  static SampleRow of(Sample sample, Long generatorNanos, Stalls stalls, long windowStartNanos) {
    boolean isKnown = sample.source() == Source.GENERATOR && generatorNanos != null;
    return of(
        sample,
        windowStartNanos,
        isKnown ? millis(stalls.totalNanos(generatorNanos, sample.atNanos())) : null,
        isKnown ? millis(stalls.longestNanos(generatorNanos, sample.atNanos())) : null);
  }

  private static Double millis(long nanos) {
    return Decimals.of(nanos / NANOS_PER_MILLI, 1);
  }

  private static SampleRow of(
      Sample sample, long windowStartNanos, Double stallMs, Double stallMaxMs) {
    return new SampleRow(
        Decimals.seconds(sample.atNanos() - windowStartNanos),
        sample.source().toString(),
        Decimals.of(sample.cpuCores(), Usage.CORES_DECIMALS),
        sample.rssBytes(),
        sample.heapBytes(),
        sample.gcPauseMillis(),
        sample.threads(),
        sample.openFiles(),
        sample.netRxBytes(),
        sample.netTxBytes(),
        sample.diskReadBytes(),
        sample.diskWriteBytes(),
        stallMs,
        stallMaxMs);
  }

  /** The same at another time, of another source. */
  public SampleRow of(double anotherS, String anotherSource) {
    return new SampleRow(
        anotherS,
        anotherSource,
        cpuCores,
        rssBytes,
        heapBytes,
        gcPauseMs,
        threads,
        openFiles,
        netRxBytes,
        netTxBytes,
        diskReadBytes,
        diskWriteBytes,
        stallMs,
        stallMaxMs);
  }
}
