package fleetpoll.record;

/**
 * One endpoint of the whole fleet in one second: the polls that were due in it, whenever they
 * ended.
 *
 * @param second since the measured window began, from 0
 * @param endpoint index in the fleet's endpoints
 * @param service from sent to the last byte, of successes
 * @param response from due to the last byte, of successes
 */
public record SecondSummary(
    int second,
    int endpoint,
    long ok,
    long ko,
    long missed,
    LatencySummary service,
    LatencySummary response) {

  /** Polls sent. */
  public long sent() {
    return ok + ko;
  }

  /** Polls planned: the ledger. */
  public long planned() {
    return sent() + missed;
  }
}
