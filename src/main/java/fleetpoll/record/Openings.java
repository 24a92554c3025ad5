package fleetpoll.record;

import java.util.List;
import java.util.stream.Stream;
import org.HdrHistogram.AbstractHistogram;

/**
 * Connections that polls and logins opened, and what that took: counts, sums and greatest values,
 * and no distribution, because every device has these of its own. Immutable, so that the many
 * devices without a connection to count share {@link #NONE}.
 *
 * @param connections that TCP established, whatever became of the poll
 * @param connectNanos from the first SYN to the established connection, all together
 * @param connectMaxNanos the most that one poll spent; it opens more than one connection only if
 *     redirects lead it to other origins
 * @param handshakes of TLS that succeeded
 * @param tlsNanos from the established connection to the end of the handshake, all together
 * @param tlsMaxNanos the most that one poll spent
 */
public record Openings(
    long connections,
    long connectNanos,
    long connectMaxNanos,
    long handshakes,
    long tlsNanos,
    long tlsMaxNanos) {

  /** Nothing was opened. */
  public static final Openings NONE = new Openings(0, 0, 0, 0, 0, 0);

  /**
   * How long the TLS handshakes of a whole fleet took.
   *
   * @param window of connections opened within the measured window
   * @param warmUp of those opened before it
   */
  public record Handshakes(LatencySummary window, LatencySummary warmUp) {}

  /**
   * Records that: devices open connections so seldom that they can share a distribution. Safe for
   * concurrent use.
   */
  static final class HandshakeRecorder {

    private LatencyRecorder window;
    private LatencyRecorder warmUp;

    synchronized void window(Opening opening) {
      window = recorded(window, opening);
    }

    synchronized void warmUp(Opening opening) {
      warmUp = recorded(warmUp, opening);
    }

    private static LatencyRecorder recorded(LatencyRecorder before, Opening opening) {
      if (opening.handshakes() == 0) {
        return before;
      }
      LatencyRecorder times = before == null ? new LatencyRecorder() : before;
      times.record(opening.tlsNanos() / opening.handshakes() / 1_000, opening.handshakes());
      return times;
    }

    /** Those of the measured window and those before it; empty if there were none. */
    synchronized List<AbstractHistogram> histograms() {
      return Stream.of(window, warmUp)
          .map(times -> times == null ? new LatencyRecorder() : times)
          .map(LatencyRecorder::histogram)
          .toList();
    }

    synchronized Handshakes summarise() {
      return new Handshakes(summary(window), summary(warmUp));
    }

    private static LatencySummary summary(LatencyRecorder times) {
      return times == null ? LatencySummary.EMPTY : times.summarise();
    }
  }

  Openings plus(Opening poll) {
    return poll.connections() == 0
        ? this
        : plus(
            new Openings(
                poll.connections(),
                poll.connectNanos(),
                poll.connectNanos(),
                poll.handshakes(),
                poll.tlsNanos(),
                poll.tlsNanos()));
  }

  Openings plus(Openings other) {
    return new Openings(
        connections + other.connections,
        connectNanos + other.connectNanos,
        Math.max(connectMaxNanos, other.connectMaxNanos),
        handshakes + other.handshakes,
        tlsNanos + other.tlsNanos,
        Math.max(tlsMaxNanos, other.tlsMaxNanos));
  }
}
