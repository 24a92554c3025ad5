package fleetpoll.schedule;

import java.util.function.LongUnaryOperator;

/**
 * How long the polls {@code first} … {@code end − 1} have waited at an instant, in whole
 * microseconds; 0 if they are due later. There is at least one.
 *
 * @param sumMicros of all of them
 */
public record Waits(PollGrid grid, long first, long end, long nowNanos, double sumMicros) {

  /** Takes polls that have waited about equally long. */
  public interface Taker {
    /**
     * @param micros for which one of them has waited
     */
    void take(long micros, long polls);
  }

  /** How many polls there are. */
  public long count() {
    return end - first;
  }

  /** For how long the first has waited. */
  public long mostMicros() {
    return micros(first);
  }

  /** For how long the last has waited. */
  public long leastMicros() {
    return micros(end - 1);
  }

  /**
   * Hands over all of them, those together that count alike. So it takes as many steps as there are
   * different counters, however many polls there are.
   *
   * @param leastAlike says of a time which least time counts like it
   */
  public void forEach(LongUnaryOperator leastAlike, Taker taker) {
    for (long poll = first; poll < end; ) {
      long micros = micros(poll);
      long least = leastAlike.applyAsLong(micros);
      // Whatever has waited for so long was due by then.
      long next = least == 0 ? end : Math.min(end, grid.dueBy(nowNanos - least * 1_000));
      taker.take(micros, next - poll);
      poll = next;
    }
  }

  private long micros(long poll) {
    return Math.max(0, (nowNanos - grid.dueNanos(poll)) / 1_000);
  }
}
