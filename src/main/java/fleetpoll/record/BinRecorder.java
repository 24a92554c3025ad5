package fleetpoll.record;

/**
 * One device's endpoint over time, in equal bins by the instant at which a poll was due. There are
 * thousands of these recorders, and most devices are well: what went wrong takes memory only where
 * something did. Not safe for concurrent use.
 */
final class BinRecorder {

  private static final int[] NONE = {};

  private final Bins bins;
  private final int[] ok;
  private final int[] serviceMaxMicros;
  private int[] ko = NONE;
  private int[] missed = NONE;

  BinRecorder(Bins bins) {
    this.bins = bins;
    this.ok = new int[bins.count()];
    this.serviceMaxMicros = new int[bins.count()];
  }

  void ok(long dueNanos, long serviceMicros) {
    int bin = bins.indexOf(dueNanos);
    ok[bin]++;
    int capped = (int) Math.min(serviceMicros, Integer.MAX_VALUE);
    serviceMaxMicros[bin] = Math.max(serviceMaxMicros[bin], capped);
  }

  void ko(long dueNanos) {
    ko = present(ko);
    ko[bins.indexOf(dueNanos)]++;
  }

  void missed(long dueNanos) {
    missed = present(missed);
    missed[bins.indexOf(dueNanos)]++;
  }

  BinSummary summarise(int bin) {
    return new BinSummary(ok[bin], at(ko, bin), at(missed, bin), serviceMaxMicros[bin]);
  }

  private int[] present(int[] counts) {
    return counts == NONE ? new int[bins.count()] : counts;
  }

  private static int at(int[] counts, int bin) {
    return counts == NONE ? 0 : counts[bin];
  }
}
