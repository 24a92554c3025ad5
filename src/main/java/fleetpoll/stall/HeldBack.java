package fleetpoll.stall;

/**
 * For how long the generator held a device back by missing its polls: from the due of the first
 * that it missed to that of the next of which anything else became, added up until a success ends
 * the wait. So it contains the time to the device's next poll, however long that is. Belongs to the
 * device's thread.
 */
public final class HeldBack {

  private static final long NONE = Long.MIN_VALUE;

  private long sinceNanos = NONE;
  private long nanos;

  /** The generator missed a poll. */
  public void missed(long dueNanos) {
    if (sinceNanos == NONE) {
      sinceNanos = dueNanos;
    }
  }

  /**
   * A poll was sent, or missed for another cause.
   *
   * @return for how long the generator has held the device back since its last success
   */
  public long goOn(long dueNanos) {
    nanos = until(dueNanos);
    sinceNanos = NONE;
    return nanos;
  }

  /** A success has ended the wait. */
  public void end() {
    nanos = 0;
  }

  /** What {@link #goOn} would return for a poll that is due now. */
  public long until(long nowNanos) {
    return sinceNanos == NONE ? nanos : nanos + Math.max(0, nowNanos - sinceNanos);
  }
}
