package fleetpoll.http.link;

import java.util.OptionalLong;

/**
 * One direction of a link: bytes pass one after another, no faster than its rate. What it could
 * have brought in the last two milliseconds passes at once: a timer is late, and the shortest of
 * answers would pay for that.
 */
final class Lane {

  private static final long SLACK_NANOS = 2_000_000;
  private static final double BITS = 8;

  private final double nanosPerByte;
  private long freeNanos;

  /**
   * @param bits in a second; empty: any number
   */
  Lane(OptionalLong bits, long nowNanos) {
    this.nanosPerByte = bits.isPresent() ? BITS * 1e9 / bits.getAsLong() : 0;
    this.freeNanos = nowNanos;
  }

  /**
   * When bytes have passed.
   *
   * @param haveWaited whether they were there when those before them had passed, though nobody
   *     looked
   */
  long pass(int bytes, long nowNanos, boolean haveWaited) {
    long beginNanos = haveWaited ? freeNanos : Math.max(freeNanos, nowNanos - SLACK_NANOS);
    freeNanos = beginNanos + Math.round(bytes * nanosPerByte);
    return freeNanos;
  }

  /** When the next bytes can begin to pass. */
  long freeNanos() {
    return freeNanos;
  }
}
