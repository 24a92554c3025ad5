package fleetpoll.record;

import java.util.ArrayList;
import java.util.List;

/**
 * One device's endpoint over time, in equal bins by the instant at which a poll was due. There are
 * thousands of these recorders, and most devices have no failures: failures take memory only if
 * there are any. Not safe for concurrent use.
 */
final class BinRecorder {

  private static final int[] NONE = {};

  private final Bins bins;
  private final int[] ok;

  /** Unsigned: the longest time-out, an hour, exceeds the signed range. */
  private final int[] serviceMaxMicros;

  private int[] ko = NONE;
  private int[] missed = NONE;

  BinRecorder(Bins bins) {
    this.bins = bins;
    this.ok = new int[bins.count()];
    this.serviceMaxMicros = new int[bins.count()];
  }

  void record(Poll poll) {
    int bin = bins.indexOf(poll.dueNanos());
    if (poll.outcome().isOk()) {
      ok[bin]++;
      long max = Math.max(serviceMaxMicros(bin), poll.serviceMicros());
      serviceMaxMicros[bin] = (int) Math.min(max, BinSummary.LONGEST_MICROS);
    } else {
      ko = present(ko);
      ko[bin]++;
    }
  }

  void missed(long dueNanos) {
    missed = present(missed);
    missed[bins.indexOf(dueNanos)]++;
  }

  BinSummary summarise(int bin) {
    return new BinSummary(ok[bin], at(ko, bin), at(missed, bin), serviceMaxMicros(bin));
  }

  /** The bins {@code from} … {@code to − 1}. */
  List<BinSummary> summarise(int from, int to) {
    List<BinSummary> summaries = new ArrayList<>(to - from);
    for (int bin = from; bin < to; bin++) {
      summaries.add(summarise(bin));
    }
    return summaries;
  }

  private long serviceMaxMicros(int bin) {
    return Integer.toUnsignedLong(serviceMaxMicros[bin]);
  }

  private int[] present(int[] counts) {
    return counts == NONE ? new int[bins.count()] : counts;
  }

  private static int at(int[] counts, int bin) {
    return counts == NONE ? 0 : counts[bin];
  }
}
