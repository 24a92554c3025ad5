package fleetpoll.study;

import fleetpoll.server.SeededDelay;
import java.util.stream.LongStream;

/**
 * What is known beforehand about a target's delays, and the times that follow from it.
 *
 * @param delay that the target draws for request i of a cell
 */
public record DelayModel(SeededDelay delay) {

  private static final double NANOS = 1e9;

  /** A target that always takes the same time. */
  static DelayModel constant(long nanos) {
    return new DelayModel(new SeededDelay(nanos, nanos, 0));
  }

  /** t: the mean of the first {@code requests} delays. */
  double meanSeconds(long requests) {
    return LongStream.range(0, requests).mapToDouble(delay::nanos).sum() / requests / NANOS;
  }

  /** The model's time of a cell, n·t/m. */
  public static double predictedSeconds(long requests, double meanSeconds, int limit) {
    return requests * meanSeconds / limit;
  }

  /**
   * The least time that a cell can take: n·t/m plus the end, when too few requests are left to fill
   * the places. For n up to m this is the longest delay.
   */
  public double floorSeconds(long requests, int limit) {
    int places = (int) Math.min(requests, limit);
    return Makespan.nanos(delay::nanos, requests, places) / NANOS;
  }
}
