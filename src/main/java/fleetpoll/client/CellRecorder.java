package fleetpoll.client;

import fleetpoll.record.Outcome;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/** Adds up a cell's requests, in constant memory; safe for concurrent use. */
public final class CellRecorder {

  private final Instant anchor;
  private final long anchorNanos;
  private final LongAccumulator firstSent = new LongAccumulator(Math::min, Long.MAX_VALUE);
  private final LongAccumulator lastEnd = new LongAccumulator(Math::max, Long.MIN_VALUE);
  private final LongAdder ok = new LongAdder();
  private final LongAdder okLatencyNanos = new LongAdder();
  private final Map<String, LongAdder> koBy = new ConcurrentHashMap<>();
  private final AtomicReference<String> firstError = new AtomicReference<>();

  /**
   * @param anchor the machine's clock at {@code anchorNanos}
   * @param anchorNanos on the monotonic clock of the requests, before the first of them
   */
  public CellRecorder(Instant anchor, long anchorNanos) {
    this.anchor = anchor;
    this.anchorNanos = anchorNanos;
  }

  /** A recorder of instants of {@link System#nanoTime()}. */
  public static CellRecorder starting() {
    return new CellRecorder(Instant.now(), System.nanoTime());
  }

  /**
   * Adds a request.
   *
   * @param message what went wrong; null if nothing did
   */
  public void record(long sentNanos, long endNanos, Outcome outcome, String message) {
    firstSent.accumulate(sentNanos - anchorNanos);
    lastEnd.accumulate(endNanos - anchorNanos);
    if (outcome.isOk()) {
      ok.increment();
      okLatencyNanos.add(endNanos - sentNanos);
    } else {
      koBy.computeIfAbsent(outcome.text(), reason -> new LongAdder()).increment();
      firstError.compareAndSet(null, String.valueOf(message));
    }
  }

  /** The result of the requests added so far, of which there must be at least one. */
  public CellResult result() {
    Map<String, Long> reasons = new TreeMap<>();
    koBy.forEach((reason, count) -> reasons.put(reason, count.sum()));
    Instant first = anchor.plusNanos(firstSent.get());
    return new CellResult(
        ChronoUnit.MICROS.between(Instant.EPOCH, first),
        lastEnd.get() - firstSent.get(),
        ok.sum(),
        reasons,
        okLatencyNanos.sum(),
        firstError.get(),
        null,
        null,
        null);
  }
}
