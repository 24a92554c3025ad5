package fleetpoll.run;

import fleetpoll.record.LatencySummary;
import fleetpoll.record.Openings;

/**
 * Connections that polls and logins opened, and what that took in milliseconds. Means are those of
 * a connection; a greatest value is that of a poll, which opens more than one connection only if
 * redirects lead it to other origins. Times are null if there were none.
 *
 * @param opened established by TCP, whatever became of the poll
 * @param connectMeanMs from the first SYN to the established connection
 * @param tlsHandshakes that succeeded
 * @param tlsMeanMs from the established connection to the end of the handshake
 */
public record Connections(
    long opened,
    Double connectMeanMs,
    Double connectMaxMs,
    long tlsHandshakes,
    Double tlsMeanMs,
    Double tlsMaxMs) {

  /**
   * The TLS handshakes of the whole fleet that succeeded, each from the established connection to
   * its end.
   *
   * @param count within the measured window
   * @param time of those
   * @param warmUpCount before it
   * @param warmUpTime of those
   */
  public record Handshakes(long count, Latency time, long warmUpCount, Latency warmUpTime) {

    /** Null if there were none. */
    static Handshakes of(Openings.Handshakes recorded) {
      LatencySummary window = recorded.window();
      LatencySummary warmUp = recorded.warmUp();
      return window.count() + warmUp.count() == 0
          ? null
          : new Handshakes(window.count(), Latency.of(window), warmUp.count(), Latency.of(warmUp));
    }
  }

  static Connections of(Openings openings) {
    return new Connections(
        openings.connections(),
        meanMs(openings.connectNanos(), openings.connections()),
        maxMs(openings.connectMaxNanos(), openings.connections()),
        openings.handshakes(),
        meanMs(openings.tlsNanos(), openings.handshakes()),
        maxMs(openings.tlsMaxNanos(), openings.handshakes()));
  }

  private static Double meanMs(long nanos, long count) {
    return count == 0 ? null : Double.valueOf(Decimals.millis(nanos / 1e3 / count));
  }

  private static Double maxMs(long nanos, long count) {
    return count == 0 ? null : Double.valueOf(Decimals.millis(nanos / 1e3));
  }

  /** Both together; null if the other is unknown. */
  public Connections plus(Connections other) {
    return other == null
        ? null
        : new Connections(
            opened + other.opened,
            mean(connectMeanMs, opened, other.connectMeanMs, other.opened),
            Decimals.greater(connectMaxMs, other.connectMaxMs),
            tlsHandshakes + other.tlsHandshakes,
            mean(tlsMeanMs, tlsHandshakes, other.tlsMeanMs, other.tlsHandshakes),
            Decimals.greater(tlsMaxMs, other.tlsMaxMs));
  }

  private static Double mean(Double one, long ones, Double other, long others) {
    return one == null || other == null
        ? one == null ? other : one
        : Double.valueOf((one * ones + other * others) / (ones + others));
  }
}
