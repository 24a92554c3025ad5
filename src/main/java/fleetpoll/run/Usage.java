package fleetpoll.run;

/**
 * What one source used in the measured window; null if it is not known.
 *
 * @param cpuCoresMean processor time divided by elapsed time
 * @param cpuCoresPeak in the busiest second
 * @param rssBytesMean resident memory; every second has the same weight
 * @param rssBytesPeak highest sample; a peak shorter than a second is not seen
 * @param heapBytesPeak of the generator alone
 * @param gcPauseMsTotal for which the collector stopped the generator
 * @param gcPauseMsPeak in the worst second
 */
public record Usage(
    Double cpuCoresMean,
    Double cpuCoresPeak,
    Long rssBytesMean,
    Long rssBytesPeak,
    Long heapBytesPeak,
    Double gcPauseMsTotal,
    Double gcPauseMsPeak,
    Integer threadsPeak,
    Long openFilesPeak) {

  /** The system counts processor time in hundredths of a second. */
  static final int CORES_DECIMALS = 4;

  /** The usage of a source of which nothing is known. */
  public static final Usage UNKNOWN =
      new Usage(null, null, null, null, null, null, null, null, null);
}
