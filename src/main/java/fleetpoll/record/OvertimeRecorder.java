package fleetpoll.record;

import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/** Records the polls that end after the measured window. Safe for concurrent use. */
final class OvertimeRecorder {

  private final long windowEndNanos;
  private final LongAdder polls = new LongAdder();
  private final LongAccumulator lastEndNanos;

  OvertimeRecorder(long windowEndNanos) {
    this.windowEndNanos = windowEndNanos;
    this.lastEndNanos = new LongAccumulator(Math::max, windowEndNanos);
  }

  void record(Poll poll) {
    if (poll.endNanos() > windowEndNanos) {
      polls.increment();
      lastEndNanos.accumulate(poll.endNanos());
    }
  }

  FleetRecorder.Overtime summarise() {
    return new FleetRecorder.Overtime(polls.sum(), lastEndNanos.get() - windowEndNanos);
  }
}
