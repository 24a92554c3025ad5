package fleetpoll.stall;

import java.util.ArrayList;
import java.util.List;

/**
 * Records for how long one event loop stood still, by a heartbeat that is due every 10 ms: a stall
 * lasts from the instant at which a beat was due to the one at which it came. It belongs to the
 * event loop's thread, and its caller hands in every instant; {@link #stalls()} may be called from
 * any thread.
 */
public final class StallRecorder {

  /** Between two beats: as rare as a stall allows, because each one wakes the processor. */
  static final long BEAT_NANOS = 10_000_000;

  /**
   * The shortest stall: so late that the next beat was due. A timer and a busy processor are often
   * late by some milliseconds, which the polls' lateness shows.
   */
  private static final long SHORTEST_NANOS = BEAT_NANOS;

  /** In about 4 MB: so many are an overload, which its longer stalls show as well. */
  private static final int MOST = 100_000;

  /** The share of the stalls that are too recent to be forgotten: polls may ask for them. */
  private static final int RECENT = 10;

  /** Records nothing: its event loop is never asked for its heartbeat. */
  public static final StallRecorder NONE = new StallRecorder(0);

  private final int loop;
  private final int most;
  private final StallTime time;
  private final List<Stall> stalls = new ArrayList<>();
  private volatile long dueNanos = Long.MAX_VALUE; // one thread writes it
  private long awakeNanos;

  /** Records the stalls of an event loop whose heart does not beat yet. */
  public StallRecorder(int loop) {
    this(loop, new StallTime(Long.MIN_VALUE, Long.MAX_VALUE));
  }

  /**
   * The same for one of several event loops.
   *
   * @param time that adds up the stalls of all of them
   */
  public StallRecorder(int loop, StallTime time) {
    this(loop, MOST, time);
  }

  StallRecorder(int loop, int most, StallTime time) {
    this.loop = loop;
    this.most = most;
    this.time = time;
  }

  /** The heart begins to beat. */
  public void begin(long nowNanos) {
    awakeNanos = nowNanos;
    dueNanos = nowNanos + BEAT_NANOS;
  }

  /**
   * When the next beat is due: every stall that began before has been recorded. Never, if the heart
   * does not beat. May be called from any thread.
   */
  public long dueNanos() {
    return dueNanos;
  }

  /**
   * The beat that was due has come. The next one is due on the same grid.
   *
   * @return how long the stall was that it ends; 0 if there was none
   */
  public long beat(long nowNanos) {
    long lateNanos = nowNanos - dueNanos;
    boolean stalled = lateNanos >= SHORTEST_NANOS;
    if (stalled) {
      add(new Stall(loop, dueNanos, nowNanos));
    }
    dueNanos += BEAT_NANOS * (Math.max(0, lateNanos) / BEAT_NANOS + 1);
    return stalled ? lateNanos : 0;
  }

  /** The heart beats no more. */
  public void end(long nowNanos) {
    awake(nowNanos);
    if (isStalling()) {
      add(new Stall(loop, dueNanos, nowNanos));
    }
    dueNanos = Long.MAX_VALUE;
  }

  /**
   * The event loop does something. After a stall that may be before the beat that was due: the
   * stall is known all the same from now on.
   */
  public void awake(long nowNanos) {
    awakeNanos = nowNanos;
  }

  /** Whether the event loop stood still at an instant that has passed. */
  public boolean contains(long nanos) {
    if (isStalling() && nanos >= dueNanos) {
      return true;
    }
    // The one before has ended when the next begins.
    int last = Stall.begunBefore(stalls, nanos + 1) - 1;
    return last >= 0 && stalls.get(last).contains(nanos);
  }

  /** Whether the event loop stood still somewhen between two instants that have passed. */
  public boolean touches(long fromNanos, long toNanos) {
    if (isStalling() && toNanos > dueNanos) {
      return true;
    }
    int last = Stall.begunBefore(stalls, toNanos) - 1;
    return last >= 0 && stalls.get(last).touches(fromNanos, toNanos);
  }

  private boolean isStalling() {
    return awakeNanos - SHORTEST_NANOS >= dueNanos;
  }

  /** The stalls that are over, in order. */
  List<Stall> stalls() {
    synchronized (stalls) {
      return List.copyOf(stalls);
    }
  }

  /** Those of {@link #stalls()} that ended at an instant or after it. */
  List<Stall> stallsSince(long nanos) {
    synchronized (stalls) {
      // The one that began before may have ended after; those before it had ended when it began.
      int first = Math.max(0, Stall.begunBefore(stalls, nanos) - 1);
      return List.copyOf(stalls.subList(first, stalls.size()));
    }
  }

  /** If there are too many, the older short ones are forgotten: memory must have a bound. */
  private void add(Stall stall) {
    time.add(stall);
    synchronized (stalls) {
      for (long least = 2 * SHORTEST_NANOS; stalls.size() >= most; least *= 2) {
        long shortest = least;
        stalls
            .subList(0, stalls.size() - stalls.size() / RECENT)
            .removeIf(each -> each.nanos() < shortest);
      }
      stalls.add(stall);
    }
  }
}
