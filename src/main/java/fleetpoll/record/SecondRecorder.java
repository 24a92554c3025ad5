package fleetpoll.record;

/** Records one endpoint of the whole fleet in one second. Safe for concurrent use. */
final class SecondRecorder {

  private LatencyRecorder service = new LatencyRecorder();
  private LatencyRecorder response = new LatencyRecorder();
  private LatencySummary settledService;
  private LatencySummary settledResponse;
  private long ok;
  private long ko;
  private long missed;
  private long answered;
  private long unanswered;

  synchronized void record(Poll poll) {
    if (poll.outcome().isOk()) {
      ok++;
      if (service != null) {
        service.record(poll.serviceMicros());
      }
    } else {
      ko++;
      countIfSettled();
    }
  }

  synchronized void missed() {
    missed++;
    countIfSettled();
  }

  /** Whatever answers this poll now comes too late: it must not look as if it had been answered. */
  private void countIfSettled() {
    if (response == null) {
      unanswered++;
    }
  }

  /** A success answers a poll of this second; too late if the second is settled. */
  synchronized void answered(long micros) {
    if (response != null) {
      answered++;
      response.record(micros);
    }
  }

  /** A device leaves a poll of this second unanswered; too late if the second is settled. */
  synchronized void unanswered(long micros) {
    if (response != null) {
      unanswered++;
      response.record(micros);
    }
  }

  /** Whether polls that are accounted for are not yet answered. */
  synchronized boolean isWaiting() {
    return waiting() > 0;
  }

  private long waiting() {
    return ok + ko + missed - answered - unanswered;
  }

  /** Keeps only the percentiles; polls that wait have waited for at least {@code micros}. */
  synchronized void settle(long micros) {
    long waiting = waiting();
    if (response != null && waiting > 0) {
      unanswered += waiting;
      response.record(micros, waiting);
    }
    if (service != null) {
      settledService = service.summarise();
      settledResponse = response.summarise();
      service = null;
      response = null;
    }
  }

  synchronized SecondSummary summarise(int second, int endpoint) {
    return new SecondSummary(
        second,
        endpoint,
        ok,
        ko,
        missed,
        unanswered,
        service == null ? settledService : service.summarise(),
        response == null ? settledResponse : response.summarise());
  }
}
