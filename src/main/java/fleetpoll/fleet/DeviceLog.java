package fleetpoll.fleet;

import fleetpoll.http.Result;

/**
 * Writes the lines of one device into Gatling's log: one for each request, the hops of redirects
 * numbered. A line that cannot be written costs nothing but itself. Belongs to the device's event
 * loop.
 */
final class DeviceLog {

  private final RequestLog log;
  private final DeviceLoop loop;
  private int redirects;

  DeviceLog(RequestLog log, DeviceLoop loop) {
    this.log = log;
    this.loop = loop;
  }

  /** An answer has led the request elsewhere. */
  void redirected(String request, int status, long sentNanos, long endNanos) {
    write(request, sentNanos, endNanos, true, status, null);
    redirects++;
  }

  /** The request has ended, after all of its hops. */
  void ended(String request, Result result) {
    write(
        request,
        result.sentNanos(),
        result.endNanos(),
        result.outcome().isOk(),
        result.status(),
        result.message());
    redirects = 0;
  }

  private void write(
      String request, long sentNanos, long endNanos, boolean ok, int status, String message) {
    try {
      log.ended(
          redirects == 0 ? request : request + " Redirect " + redirects,
          loop.epochMillis(sentNanos),
          loop.epochMillis(endNanos),
          ok,
          status,
          message);
    } catch (RuntimeException | Error thrown) {
      loop.incidents().fault(thrown);
    }
  }

  void flush() {
    log.flush();
  }
}
