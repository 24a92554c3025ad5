package fleetpoll.record;

/**
 * One device's endpoint over time, in equal bins by the instant at which a poll was due. Four
 * integers a bin: there are thousands of these recorders. Not safe for concurrent use.
 */
final class BinRecorder {

  private static final int OK = 0;
  private static final int KO = 1;
  private static final int MISSED = 2;
  private static final int SERVICE_MAX_MICROS = 3;
  private static final int FIELDS = 4;

  private final Bins bins;
  private final int[] fields;

  BinRecorder(Bins bins) {
    this.bins = bins;
    this.fields = new int[bins.count() * FIELDS];
  }

  void ok(long dueNanos, long serviceMicros) {
    int at = at(dueNanos);
    fields[at + OK]++;
    int capped = (int) Math.min(serviceMicros, Integer.MAX_VALUE);
    fields[at + SERVICE_MAX_MICROS] = Math.max(fields[at + SERVICE_MAX_MICROS], capped);
  }

  void ko(long dueNanos) {
    fields[at(dueNanos) + KO]++;
  }

  void missed(long dueNanos) {
    fields[at(dueNanos) + MISSED]++;
  }

  BinSummary summarise(int bin) {
    int at = bin * FIELDS;
    return new BinSummary(
        fields[at + OK], fields[at + KO], fields[at + MISSED], fields[at + SERVICE_MAX_MICROS]);
  }

  private int at(long dueNanos) {
    return bins.indexOf(dueNanos) * FIELDS;
  }
}
