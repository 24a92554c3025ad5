package fleetpoll.stall;

import java.util.List;

/**
 * An event loop of the generator stood still. Instants are nanoseconds since the fleet's origin.
 *
 * @param loop number of the event loop, from 1
 * @param beginNanos when its heartbeat was due
 * @param endNanos when that beat came
 */
public record Stall(int loop, long beginNanos, long endNanos) {

  /** How long it lasted. */
  public long nanos() {
    return endNanos - beginNanos;
  }

  /** Whether a part of it lies between two instants. */
  boolean touches(long fromNanos, long toNanos) {
    return beginNanos < toNanos && endNanos > fromNanos;
  }

  boolean contains(long nanos) {
    return beginNanos <= nanos && nanos <= endNanos;
  }

  /** The part of it that lies between two instants; it must have one. */
  Stall within(long fromNanos, long toNanos) {
    return new Stall(loop, Math.max(beginNanos, fromNanos), Math.min(endNanos, toNanos));
  }

  /**
   * How many stalls began before an instant.
   *
   * @param stalls in the order in which they began
   */
  static int begunBefore(List<Stall> stalls, long nanos) {
    int low = 0;
    int high = stalls.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (stalls.get(middle).beginNanos < nanos) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
