package fleetpoll.watch;

/**
 * A machine's counters at one instant; null if they are not known. The unit of processor time does
 * not matter, since only its shares are used.
 *
 * @param busyTime of all processors together, without the time of waiting for disks, but including
 *     time that a hypervisor took away, since no process here can use it
 * @param totalTime of all processors together, idle or not
 * @param processors how many there are
 * @param usedBytes of memory: all that is not available
 */
record MachineReading(
    Double busyTime,
    Double totalTime,
    Integer processors,
    Long usedBytes,
    Long netRxBytes,
    Long netTxBytes,
    Long diskReadBytes,
    Long diskWriteBytes) {

  private static final MachineReading NOTHING =
      new MachineReading(null, null, null, null, null, null, null, null);

  /**
   * The machine's sample from an earlier reading to this one.
   *
   * @param before null if there is none
   */
  Sample since(MachineReading before, Source source, long atNanos) {
    MachineReading then = before == null ? NOTHING : before;
    return new Sample(
        atNanos,
        source,
        cpuCores(then),
        usedBytes,
        null,
        null,
        null,
        null,
        delta(then.netRxBytes, netRxBytes),
        delta(then.netTxBytes, netTxBytes),
        delta(then.diskReadBytes, diskReadBytes),
        delta(then.diskWriteBytes, diskWriteBytes));
  }

  /** Measured by the processors' own clock, which is read together with their times. */
  private Double cpuCores(MachineReading then) {
    if (busyTime == null || then.busyTime == null || totalTime <= then.totalTime) {
      return null;
    }
    double share = (busyTime - then.busyTime) / (totalTime - then.totalTime);
    return Math.max(0, Math.min(1, share)) * processors;
  }

  /** The growth of a counter; one that went back has started anew. */
  private static Long delta(Long then, Long now) {
    return then == null || now == null || now < then ? null : Long.valueOf(now - then);
  }
}
