package fleetpoll.study;

import java.util.List;

/**
 * What a client's process has used until its load was over, and what the target's process has used
 * in that time.
 *
 * @param userSeconds processor time in user mode
 * @param sysSeconds processor time in the kernel
 * @param peakRssBytes highest sample of its resident memory
 * @param server readings of the target's process, in order; none if we did not start it
 */
record CellUsage(
    double userSeconds, double sysSeconds, long peakRssBytes, List<ServerReading> server) {

  private static final double MICROS = 1e6;

  /**
   * Processor time of the target's process up to an instant.
   *
   * @param epochMicros by the machine's clock
   */
  record ServerReading(long epochMicros, double cpuSeconds) {}

  /**
   * The target's processor time divided by elapsed time, between the last reading before the first
   * request left and the last one of all; null if nothing is known.
   */
  Double serverCpuShare(long firstSentEpochMicros) {
    if (server.isEmpty()) {
      return null;
    }
    ServerReading end = server.get(server.size() - 1);
    ServerReading begin = server.get(0);
    for (ServerReading reading : server) {
      begin = reading.epochMicros <= firstSentEpochMicros ? reading : begin;
    }
    double seconds = (end.epochMicros - begin.epochMicros) / MICROS;
    return seconds > 0 ? (Double) ((end.cpuSeconds - begin.cpuSeconds) / seconds) : null;
  }
}
