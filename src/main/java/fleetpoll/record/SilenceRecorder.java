package fleetpoll.record;

import fleetpoll.stall.HeldBack;

/**
 * Records for how long one device goes without a success: from its first due to the end of its
 * first success, from the end of each success to that of the next, and from the end of the last to
 * the instant at which the device leaves. While it is away on its own account, no silence lasts.
 * Belongs to the device's thread.
 */
final class SilenceRecorder {

  private long sinceNanos;
  private long longestNanos;
  private long longestFromNanos;
  private long longestHeldBackNanos;
  private final HeldBack heldBack = new HeldBack();

  SilenceRecorder(long firstDueNanos) {
    this.sinceNanos = firstDueNanos;
    this.longestFromNanos = firstDueNanos;
  }

  /** The generator missed a poll: perhaps one of before the silence, of which it hears only now. */
  void missedByGenerator(long dueNanos) {
    heldBack.missed(Math.max(dueNanos, sinceNanos));
  }

  /** A poll was sent, or missed for another cause. */
  void goOn(long dueNanos) {
    heldBack.goOn(dueNanos);
  }

  /** A success has ended. */
  void end(long nowNanos) {
    if (nowNanos - sinceNanos > longestNanos) {
      longestNanos = nowNanos - sinceNanos;
      longestFromNanos = sinceNanos;
      longestHeldBackNanos = heldBack.until(nowNanos);
    }
    heldBack.goOn(nowNanos);
    heldBack.end();
    sinceNanos = Math.max(sinceNanos, nowNanos);
  }

  /** The device leaves and comes back: no silence lasts meanwhile. */
  void pause(long nowNanos, long backNanos) {
    end(nowNanos);
    sinceNanos = Math.max(sinceNanos, backNanos);
  }

  /** The device leaves: no silence lasts from then on. */
  void leave(long nowNanos) {
    end(nowNanos);
    sinceNanos = Long.MAX_VALUE;
  }

  /** The longest silence so far, the one that lasts included. */
  SilenceSummary summarise(long nowNanos) {
    long lastsNanos = nowNanos - sinceNanos;
    return lastsNanos > longestNanos
        ? new SilenceSummary(sinceNanos, lastsNanos, heldBack.until(nowNanos))
        : summarise();
  }

  /** The longest silence that has ended so far. */
  SilenceSummary summarise() {
    return new SilenceSummary(longestFromNanos, longestNanos, longestHeldBackNanos);
  }
}
