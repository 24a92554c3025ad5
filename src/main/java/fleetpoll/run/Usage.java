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
 * @param stallMsTotal for which at least one event loop of the generator stood still
 * @param stallMsLongest for which one of them did so at a time, until the last device left
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
    Long openFilesPeak,
    Double stallMsTotal,
    Double stallMsLongest) {

  /** The system counts processor time in hundredths of a second. */
  static final int CORES_DECIMALS = 4;

  /** The usage of a source of which nothing is known. */
  public static final Usage UNKNOWN =
      new Usage(null, null, null, null, null, null, null, null, null, null, null);

  private static final double NANOS_PER_MILLI = 1e6;

  /**
   * The same with those means only that are known for long enough.
   *
   * @param cpu whether that of the processor is
   * @param memory whether that of the memory is
   */
  Usage means(boolean cpu, boolean memory) {
    return new Usage(
        cpu ? cpuCoresMean : null,
        cpuCoresPeak,
        memory ? rssBytesMean : null,
        rssBytesPeak,
        heapBytesPeak,
        gcPauseMsTotal,
        gcPauseMsPeak,
        threadsPeak,
        openFilesPeak,
        stallMsTotal,
        stallMsLongest);
  }

  /** The same of a generator with these stalls. */
  Usage stalled(long totalNanos, long longestNanos) {
    return new Usage(
        cpuCoresMean,
        cpuCoresPeak,
        rssBytesMean,
        rssBytesPeak,
        heapBytesPeak,
        gcPauseMsTotal,
        gcPauseMsPeak,
        threadsPeak,
        openFilesPeak,
        Decimals.of(totalNanos / NANOS_PER_MILLI, 1),
        Decimals.of(longestNanos / NANOS_PER_MILLI, 1));
  }

  /** The greater figures of this and of another. */
  public Usage most(Usage other) {
    return new Usage(
        Decimals.greater(cpuCoresMean, other.cpuCoresMean),
        Decimals.greater(cpuCoresPeak, other.cpuCoresPeak),
        Decimals.greater(rssBytesMean, other.rssBytesMean),
        Decimals.greater(rssBytesPeak, other.rssBytesPeak),
        Decimals.greater(heapBytesPeak, other.heapBytesPeak),
        Decimals.greater(gcPauseMsTotal, other.gcPauseMsTotal),
        Decimals.greater(gcPauseMsPeak, other.gcPauseMsPeak),
        Decimals.greater(threadsPeak, other.threadsPeak),
        Decimals.greater(openFilesPeak, other.openFilesPeak),
        Decimals.greater(stallMsTotal, other.stallMsTotal),
        Decimals.greater(stallMsLongest, other.stallMsLongest));
  }
}
