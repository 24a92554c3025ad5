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

  synchronized void record(Poll poll) {
    if (poll.outcome().isOk()) {
      ok++;
      if (service != null) {
        service.record(poll.serviceMicros());
        response.record(poll.responseMicros());
      }
    } else {
      ko++;
    }
  }

  synchronized void missed() {
    missed++;
  }

  synchronized void settle() {
    if (service != null) {
      settledService = service.summarise();
      settledResponse = response.summarise();
      service = null;
      response = null;
    }
  }

  synchronized SecondSummary summarise(int second, int endpoint) {
    settle();
    return new SecondSummary(second, endpoint, ok, ko, missed, settledService, settledResponse);
  }
}
