package fleetpoll.record;

import java.util.OptionalLong;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/** Records one storm of the whole fleet. Safe for concurrent use. */
final class StormRecorder {

  private final long atNanos;
  private final LongAdder devices = new LongAdder();
  private final LongAdder back = new LongAdder();
  private final LongAccumulator lastBackNanos = new LongAccumulator(Math::max, Long.MIN_VALUE);
  private final FailureCounts failures = new FailureCounts();

  StormRecorder(long atNanos) {
    this.atNanos = atNanos;
  }

  /** Records that a device has dropped its connection. */
  void struck() {
    devices.increment();
  }

  /**
   * Records a poll of a device that was struck and is not back.
   *
   * @return whether the device is back now
   */
  boolean record(Poll poll) {
    if (poll.outcome().isOk()) {
      back.increment();
      lastBackNanos.accumulate(poll.endNanos());
      return true;
    }
    failures.count(poll.outcome());
    return false;
  }

  StormSummary summarise() {
    long last = lastBackNanos.get();
    return new StormSummary(
        atNanos,
        devices.sum(),
        back.sum(),
        last == Long.MIN_VALUE ? OptionalLong.empty() : OptionalLong.of(last),
        failures.summarise());
  }
}
