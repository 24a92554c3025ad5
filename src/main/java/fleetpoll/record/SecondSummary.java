package fleetpoll.record;

/**
 * One endpoint of the whole fleet in one second: the polls that were due in it, whenever they
 * ended.
 *
 * @param second since the measured window began, from 0
 * @param endpoint index in the fleet's endpoints
 * @param unanswered planned polls that no success had answered when the device left or, at the
 *     earliest a minute after this second, when its memory was freed
 * @param service from sent to the last byte, of successes
 * @param response of all planned polls: from due to the last byte of the success that answered
 *     them; for the unanswered, what they had waited at least; without polls of which a device
 *     reports only after the second was settled
 */
public record SecondSummary(
    int second,
    int endpoint,
    long ok,
    long ko,
    long missed,
    long unanswered,
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
