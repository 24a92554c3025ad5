package fleetpoll.run;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import fleetpoll.watch.Sample;

/**
 * A row of {@code samples.csv}: the resources of one source at one instant; null if they are not
 * known. {@link Sample} says what the columns mean.
 *
 * @param tS seconds since the measured window began; negative in the warm-up
 * @param source {@code target}, {@code generator} or {@code host}
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
    Long diskWriteBytes) {

  static SampleRow of(Sample sample, long windowStartNanos) {
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
        sample.diskWriteBytes());
  }
}
