package fleetpoll.study;

import java.util.function.LongUnaryOperator;

/**
 * Calculates how long a batch takes if its requests cost only their delays: requests 0, 1, 2, … go
 * out as places become free. This is list scheduling, which R. L. Graham ("Bounds for certain
 * multiprocessing anomalies", Bell System Technical Journal 45, 1966) shows to lie between n·t/m
 * and n·t/m plus the longest delay: at the end of a batch, places stay empty. No client that keeps
 * this order can be faster.
 */
final class Makespan {

  /** When each place becomes free, as a binary heap with the earliest on top. */
  private final long[] freeAt;

  private Makespan(int places) {
    freeAt = new long[places];
  }

  /**
   * The span from the first sending to the last answer.
   *
   * @param delayNanos of request i, from 0
   * @param places at least 1; the memory needed is proportional to it
   */
  static long nanos(LongUnaryOperator delayNanos, long requests, int places) {
    Makespan makespan = new Makespan(places);
    long last = 0;
    for (long i = 0; i < requests; i++) {
      last = Math.max(last, makespan.take(delayNanos.applyAsLong(i)));
    }
    return last;
  }

  /** Occupies the place that becomes free first and returns when it is free again. */
  private long take(long delayNanos) {
    long end = freeAt[0] + delayNanos;
    int hole = 0;
    for (int child = 1; child < freeAt.length; child = 2 * hole + 1) {
      if (child + 1 < freeAt.length && freeAt[child + 1] < freeAt[child]) {
        child++;
      }
      if (freeAt[child] >= end) {
        break;
      }
      freeAt[hole] = freeAt[child];
      hole = child;
    }
    freeAt[hole] = end;
    return end;
  }
}
