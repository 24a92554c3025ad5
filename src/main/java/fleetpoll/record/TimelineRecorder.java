package fleetpoll.record;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Records the whole fleet second by second. A poll belongs to the second in which it was due, so
 * every second's ledger balances. A second is first settled, which keeps its percentiles and frees
 * its distributions, and handed over when nothing more can come to it: so its memory does not grow
 * with the run. Safe for concurrent use.
 */
public final class TimelineRecorder {

  private static final long SECOND_NANOS = 1_000_000_000L;

  /**
   * For how long a second waits for successes, and longer for devices that are away: one that never
   * succeeds must not fill memory.
   */
  private static final long PATIENCE_NANOS = 60 * SECOND_NANOS;

  /** A second takes about 10 KB of each endpoint: these ten minutes of two take 12 MB. */
  private static final long MOST_BACK_OFF_NANOS = 600 * SECOND_NANOS;

  // So far that differences to instants of a run are numbers.
  private static final long LONG_AGO = Long.MIN_VALUE / 2;
  private static final long NEVER = Long.MAX_VALUE / 2;

  private final Bins seconds;
  private final int endpoints;
  private final long patienceNanos;

  /** By cell: second · endpoints + endpoint. */
  private final ConcurrentMap<Long, SecondRecorder> recorders = new ConcurrentHashMap<>();

  private volatile long settled; // cells before it are
  private long complete; // nothing more comes to cells before it
  private long taken; // cells before it have been handed over

  /**
   * @param patienceNanos for how long a second waits for successes: {@link
   *     #patienceNanos(Duration)}
   */
  TimelineRecorder(long startNanos, long endNanos, int endpoints, long patienceNanos) {
    this.patienceNanos = patienceNanos;
    long count = Math.max(1, (endNanos - startNanos + SECOND_NANOS - 1) / SECOND_NANOS);
    this.seconds = new Bins(startNanos, SECOND_NANOS, Math.toIntExact(count));
    this.endpoints = endpoints;
  }

  /**
   * For how long a second waits for successes.
   *
   * @param longestBackOff of a device
   */
  static long patienceNanos(Duration longestBackOff) {
    return PATIENCE_NANOS + Math.min(longestBackOff.toNanos(), MOST_BACK_OFF_NANOS);
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

  /** Polls of an endpoint that were due before are in seconds that are settled. */
  long openNanos(int endpoint) {
    long second = (Math.max(0, settled - endpoint) + endpoints - 1) / endpoints;
    if (second == 0) {
      return LONG_AGO;
    }
    return second < seconds.count() ? endNanos(second - 1) : NEVER;
  }

  /** Asked for each of the thousands of polls that one success may answer: it takes no lock. */
  private boolean isSettled(int endpoint, long dueNanos) {
    return cell(endpoint, dueNanos) < settled;
  }

  /**
   * Keeps only the percentiles of seconds before {@code nanos}. A second with polls that wait for a
   * success, and all seconds after it, are kept whole until its patience is over.
   *
   * @param nanos polls that were due before, and only end or are missed later, count in no
   *     percentile and as unanswered if they do not succeed
   * @param openNanos all polls that were due before have ended or are missed
   */
  synchronized void settle(long nanos, long openNanos, long nowNanos) {
    complete = Math.max(complete, cellsBefore(openNanos));
    for (long end = cellsBefore(nanos); settled < end; settled++) {
      SecondRecorder recorder = recorders.get(settled);
      if (recorder != null) {
        long waitedNanos = nowNanos - endNanos(settled / endpoints);
        if (waitedNanos < patienceNanos && recorder.isWaiting()) {
          return;
        }
        recorder.settle(Math.max(0, waitedNanos) / 1_000);
      }
    }
  }

  /** The cells of the seconds that are over; the last second never is: it takes what is later. */
  private long cellsBefore(long nanos) {
    return nanos < seconds.startNanos() ? 0 : cell(0, nanos);
  }

  private long endNanos(long second) {
    return seconds.startNanos() + (second + 1) * SECOND_NANOS;
  }

  /**
   * Hands over the seconds that are settled and to which no poll can come any more, in the order of
   * the summary. The second of a poll that is kept open, and all seconds after it, follow when the
   * poll has ended, so that the counts of all seconds add up to the totals.
   */
  public synchronized List<SecondSummary> takeComplete() {
    List<SecondSummary> summaries = new ArrayList<>();
    for (; taken < Math.min(settled, complete); taken++) {
      SecondRecorder recorder = recorders.remove(taken);
      if (recorder != null) {
        summaries.add(summary(taken, recorder));
      }
    }
    return summaries;
  }

  /**
   * Hands over all seconds that have not been, after the devices have left. Should a poll be
   * recorded after that, its second is there another time, with what has come since.
   */
  public synchronized List<SecondSummary> takeRest() {
    settled = (long) seconds.count() * endpoints;
    return recorders.keySet().stream()
        .sorted()
        .map(cell -> summary(cell, recorders.remove(cell)))
        .toList();
  }

  /** The seconds in which polls were due and that nobody took, in order of time, then endpoint. */
  public synchronized List<SecondSummary> summarise() {
    return recorders.keySet().stream()
        .sorted()
        .map(cell -> summary(cell, recorders.get(cell)))
        .toList();
  }

  /** How many seconds of endpoints are in memory. */
  int size() {
    return recorders.size();
  }

  private SecondSummary summary(long cell, SecondRecorder recorder) {
    return recorder.summarise((int) (cell / endpoints), (int) (cell % endpoints));
  }

  private long cell(int endpoint, long dueNanos) {
    return (long) seconds.indexOf(dueNanos) * endpoints + endpoint;
  }

  private SecondRecorder recorder(long cell) {
    SecondRecorder recorder = new SecondRecorder();
    if (cell < settled) {
      recorder.settle(0);
    }
    return recorder;
  }

  private SecondRecorder at(int endpoint, long dueNanos) {
    Long cell = cell(endpoint, dueNanos);
    SecondRecorder recorder = recorders.get(cell);
    return recorder != null ? recorder : recorders.computeIfAbsent(cell, this::recorder);
  }
}
