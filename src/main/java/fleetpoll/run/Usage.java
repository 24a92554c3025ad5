package fleetpoll.run;

/**
 * What one source used in the measured window; null if it is not known.
 *
 * @param cpuCoresMean processor time over elapsed time
 * @param cpuCoresPeak in the busiest second
 * @param rssBytesMean resident memory, each second counting alike
 * @param rssBytesPeak highest sample; what comes and goes within a second is not seen
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

  /** Nothing is known. */
  public static final Usage UNKNOWN =
      new Usage(null, null, null, null, null, null, null, null, null);
}
