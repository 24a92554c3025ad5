package fleetpoll.record;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Records the whole fleet second by second. A poll belongs to the second in which it was due, so
 * every second's ledger balances. Safe for concurrent use; {@link #settle} keeps its memory small
 * on long runs.
 */
final class TimelineRecorder {

  private static final long SECOND_NANOS = 1_000_000_000L;

  /**
   * For how long a second waits for successes: a device that never succeeds must not fill memory.
   */
  private static final long PATIENCE_NANOS = 60 * SECOND_NANOS;

  private final Bins seconds;
  private final int endpoints;
  private final AtomicReferenceArray<SecondRecorder> recorders;
  private volatile int settled;

  TimelineRecorder(long startNanos, long endNanos, int endpoints) {
    long count = Math.max(1, (endNanos - startNanos + SECOND_NANOS - 1) / SECOND_NANOS);
    this.seconds = new Bins(startNanos, SECOND_NANOS, Math.toIntExact(count));
    this.endpoints = endpoints;
    this.recorders = new AtomicReferenceArray<>(seconds.count() * endpoints);
  }

  void record(Poll poll) {
    at(poll.endpoint(), poll.dueNanos()).record(poll);
  }

  void missed(int endpoint, long dueNanos) {
    at(endpoint, dueNanos).missed();
  }

  /** A success answers a planned poll; too late if its second is settled. */
  void answered(int endpoint, long dueNanos, long micros) {
    if (!isSettled(endpoint, dueNanos)) {
      at(endpoint, dueNanos).answered(micros);
    }
  }

  /** A device leaves a planned poll unanswered; too late if its second is settled. */
  void unanswered(int endpoint, long dueNanos, long micros) {
    if (!isSettled(endpoint, dueNanos)) {
      at(endpoint, dueNanos).unanswered(micros);
    }
  }

  /** Asked for each of the thousands of polls that one success may answer: it takes no lock. */
  private boolean isSettled(int endpoint, long dueNanos) {
    return index(endpoint, dueNanos) < settled;
  }

  /**
   * Keeps only the percentiles of seconds before {@code nanos}: all polls that were due before have
   * ended. A second with polls that wait for a success, and all seconds after it, are kept whole
   * until it is a minute old.
   */
  synchronized void settle(long nanos, long nowNanos) {
    int end = nanos < seconds.startNanos() ? 0 : seconds.indexOf(nanos) * endpoints;
    for (; settled < end; settled++) {
      SecondRecorder recorder = recorders.get(settled);
      if (recorder != null) {
        long waitedNanos = nowNanos - endNanos(settled / endpoints);
        if (waitedNanos < PATIENCE_NANOS && recorder.isWaiting()) {
          return;
        }
        recorder.settle(Math.max(0, waitedNanos) / 1_000);
      }
    }
  }

  private long endNanos(int second) {
    return seconds.startNanos() + (second + 1) * SECOND_NANOS;
  }

  /** The seconds in which polls were due, in order of time, then endpoint. */
  List<SecondSummary> summarise() {
    List<SecondSummary> summaries = new ArrayList<>();
    for (int i = 0; i < recorders.length(); i++) {
      SecondRecorder recorder = recorders.get(i);
      if (recorder != null) {
        summaries.add(recorder.summarise(i / endpoints, i % endpoints));
      }
    }
    return summaries;
  }

  private int index(int endpoint, long dueNanos) {
    return seconds.indexOf(dueNanos) * endpoints + endpoint;
  }

  private SecondRecorder at(int endpoint, long dueNanos) {
    int index = index(endpoint, dueNanos);
    SecondRecorder recorder = recorders.get(index);
    if (recorder != null) {
      return recorder;
    }
    SecondRecorder fresh = new SecondRecorder();
    return recorders.compareAndSet(index, null, fresh) ? fresh : recorders.get(index);
  }
}
