package fleetpoll.record;

/**
 * The polls of one device's endpoint that were due within one bin of time.
 *
 * @param serviceMaxMicros of its successes, 0 if there is none, at most {@link #LONGEST_MICROS}
 */
public record BinSummary(long ok, long ko, long missed, long serviceMaxMicros) {

  /** 71 minutes: longer than any time-out, within which all hops of redirects are, too. */
  static final long LONGEST_MICROS = 0xFFFF_FFFFL;

  /** Polls sent: those that have succeeded or failed. */
  public long sent() {
    return ok + ko;
  }

  /** Polls planned: the ledger. */
  public long planned() {
    return sent() + missed;
  }
}
