package fleetpoll.watch;

/**
 * The resources of one source at one instant; null if they are not known. Rates and sums cover the
 * time since the source's previous sample, so the first sample of a source has none.
 *
 * @param atNanos since the fleet's origin
 * @param cpuCores processor time divided by elapsed time: 1.5 means one and a half cores busy
 * @param rssBytes resident memory; of a process tree the sum, which counts shared pages in each; of
 *     a machine what is not available
 * @param heapBytes used, of the generator alone
 * @param gcPauseMillis how long the collector stopped the generator
 * @param netRxBytes received by the machine's interfaces, with loopback for the host, without it
 *     for a target's machine
 * @param netTxBytes sent by them
 * @param diskReadBytes read from the machine's disks
 * @param diskWriteBytes written to them
 */
public record Sample(
    long atNanos,
    Source source,
    Double cpuCores,
    Long rssBytes,
    Long heapBytes,
    Double gcPauseMillis,
    Integer threads,
    Long openFiles,
    Long netRxBytes,
    Long netTxBytes,
    Long diskReadBytes,
    Long diskWriteBytes) {

  /** A sample of the target's processes. */
  static Sample ofProcesses(
      long atNanos, Double cpuCores, Long rssBytes, Integer threads, Long openFiles) {
    return new Sample(
        atNanos,
        Source.TARGET,
        cpuCores,
        rssBytes,
        null,
        null,
        threads,
        openFiles,
        null,
        null,
        null,
        null);
  }
}
