package fleetpoll.fleet;

import fleetpoll.http.Result;
import java.util.function.Consumer;
import java.util.function.LongUnaryOperator;

/**
 * Writes the lines of one device into Gatling's log: one for each request, the hops of redirects
 * numbered, each with its own time, as Gatling's client does it. A line that cannot be written
 * costs nothing but itself. Belongs to the device's event loop.
 */
final class DeviceLog {

  private final RequestLog log;
  private final LongUnaryOperator epochMillis;
  private final Consumer<Throwable> faults;
  private int redirects;
  private long hopNanos; // when the last redirect was known: the next request is sent soon after

  DeviceLog(RequestLog log, DeviceLoop loop) {
    this(log, loop::epochMillis, thrown -> loop.incidents().fault(thrown));
  }

  /**
   * @param epochMillis an instant of the device's clock since the epoch
   */
  DeviceLog(RequestLog log, LongUnaryOperator epochMillis, Consumer<Throwable> faults) {
    this.log = log;
    this.epochMillis = epochMillis;
    this.faults = faults;
  }

  /** An answer has led the request elsewhere. */
  void redirected(String request, int status, long sentNanos, long endNanos) {
    write(request, sentNanos, endNanos, true, status, null);
    redirects++;
    hopNanos = endNanos;
  }

  /** The request has ended, after all of its hops. */
  void ended(String request, Result result) {
    write(
        request,
        redirects == 0 ? result.sentNanos() : hopNanos,
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
          epochMillis.applyAsLong(sentNanos),
          epochMillis.applyAsLong(endNanos),
          ok,
          status,
          message);
    } catch (RuntimeException | Error thrown) {
      faults.accept(thrown);
    }
  }

  void flush() {
    log.flush();
  }
}
