package fleetpoll.settings.behavior;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * The network of one device: each device has one of its own.
 *
 * @param downBits that the device receives in a second; empty: any number
 * @param upBits that the device sends in a second; empty: any number
 * @param latency of each byte, one way; not negative
 */
public record LinkSettings(OptionalLong downBits, OptionalLong upBits, Duration latency) {

  private static final double BITS = 8;

  /**
   * The least time of an answer: from the sending of its request, for which a connection is opened
   * first, to its last byte.
   *
   * @param bytes of the answer
   */
  public Duration leastTime(long bytes) {
    return latency.multipliedBy(2).plus(answerTime(bytes));
  }

  /** The same over a connection that is open. */
  public Duration answerTime(long bytes) {
    double seconds = downBits.isPresent() ? bytes * BITS / downBits.getAsLong() : 0;
    return latency.multipliedBy(2).plusNanos(Math.round(seconds * 1e9));
  }
}
