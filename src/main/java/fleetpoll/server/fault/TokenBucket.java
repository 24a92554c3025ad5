package fleetpoll.server.fault;

import java.util.OptionalLong;

/**
 * Serves requests at a rate, as a server does whose work takes all of its time: first come, first
 * served, whichever connection a request comes on. A request above the rate waits for its turn; if
 * {@value #QUEUED_PER_SECOND_OF_RATE} of a second's requests wait already, it gets none, as at a
 * server whose queue is full. Time in which nobody asks is saved for {@value
 * #SAVED_PER_SECOND_OF_RATE} of a second's requests at most, which a server that has been idle for
 * a moment makes up for. Safe to use from all event loops.
 */
final class TokenBucket {

  /** A longer queue would hide from a short trial that the rate is exceeded by a little. */
  private static final double QUEUED_PER_SECOND_OF_RATE = 0.1;

  private static final double SAVED_PER_SECOND_OF_RATE = 0.01;

  private static final long SECOND_NANOS = 1_000_000_000;

  private final long stepNanos;
  private final long queueNanos;
  private final long savedNanos;
  private boolean isUsed;
  private long nextNanos;

  /**
   * @param perSecond 1 to {@link Fault#MOST_PER_SECOND}
   */
  TokenBucket(int perSecond) {
    stepNanos = SECOND_NANOS / perSecond;
    queueNanos = stepNanos * Math.max(1, (long) (perSecond * QUEUED_PER_SECOND_OF_RATE));
    savedNanos = stepNanos * (Math.max(1, (long) (perSecond * SAVED_PER_SECOND_OF_RATE)) - 1);
  }

  /**
   * The instant from which a request may be answered; empty if the queue is full.
   *
   * @param nowNanos on a clock that never goes back; all calls read the same one
   */
  synchronized OptionalLong take(long nowNanos) {
    long turn = isUsed ? Math.max(nextNanos, nowNanos - savedNanos) : nowNanos - savedNanos;
    if (turn - nowNanos > queueNanos) {
      return OptionalLong.empty();
    }
    isUsed = true;
    nextNanos = turn + stepNanos;
    return OptionalLong.of(Math.max(turn, nowNanos));
  }
}
