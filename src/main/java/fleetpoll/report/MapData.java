package fleetpoll.report;

import java.util.List;

/**
 * The data about each device over time that the page hands to its script, packed for up to 20,000
 * devices. Cell {@code device · bins + bin} is one device in one bin.
 *
 * @param bins how many bins of time there are
 * @param binS width of a bin, in seconds
 * @param layers in the order of the endpoints
 */
record MapData(int bins, double binS, List<Layer> layers) {

  /** The greatest level of {@link Layer#slowest}. */
  static final int LEVELS = 255;

  /**
   * One endpoint's polls, by the instant at which they were due.
   *
   * @param leastMs the service time of level 1, in milliseconds
   * @param mostMs the service time of level {@value #LEVELS}; the levels between lie evenly on a
   *     logarithmic scale
   * @param slowest level of each cell's slowest success, 0 if none succeeded
   * @param ko cells with failed polls, in order: for each, how many cells lie between it and the
   *     one before, then how many polls failed
   * @param missed cells with missed polls, likewise
   * @param plans polls planned bin by bin, each different row once
   * @param planOf index of each device's row in {@code plans}
   */
  record Layer(
      double leastMs,
      double mostMs,
      byte[] slowest,
      int[] ko,
      int[] missed,
      List<int[]> plans,
      int[] planOf) {}
}
