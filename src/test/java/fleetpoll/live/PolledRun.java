package fleetpoll.live;

import fleetpoll.record.DeviceRecorder;
import fleetpoll.record.FleetRecorder;
import fleetpoll.record.Opening;
import fleetpoll.record.Outcome;
import fleetpoll.record.Poll;
import fleetpoll.run.FleetExamples;
import fleetpoll.schedule.MissedCause;
import fleetpoll.settings.FleetSettings;
import fleetpoll.settings.LiveSettings;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** Two devices with successes, a failure and a missed poll, so that every metric has a value. */
final class PolledRun {

  static final String NAME = "devicepollsimulation-20260102030405678";

  private static final long MICRO = 1_000;

  private PolledRun() {}

  /** Ten ticks of two devices. */
  static FleetSettings settings(boolean devices) {
    FleetSettings fleet = FleetExamples.fleet(2, Duration.ofSeconds(5), Duration.ofMillis(500));
    return FleetExamples.live(
        fleet, new LiveSettings(Optional.empty(), OptionalInt.empty(), devices));
  }

  /**
   * The first device succeeds with A after 0.25 ms, 1.5 ms and 40 s; the second fails with A and
   * misses one for each cause.
   */
  static FleetRecorder recorder(FleetSettings settings) {
    FleetRecorder recorder = new FleetRecorder(settings);
    for (long micros : new long[] {250, 1_500, 40_000_000}) {
      record(recorder.device(0), micros, Outcome.OK);
    }
    record(recorder.device(1), 10, Outcome.status(503));
    for (MissedCause cause : MissedCause.values()) {
      recorder.device(1).missed(0, 1, cause);
    }
    return recorder;
  }

  static void record(DeviceRecorder device, long serviceMicros, Outcome outcome) {
    long due = device.dueNanos(device.cursor().take(device.cursor().nextDueNanos()));
    long end = due + serviceMicros * MICRO;
    device.record(new Poll(0, due, due, due, end, 1, 61, Opening.NONE, outcome, null));
  }

  static FleetMetrics metrics(boolean devices) {
    FleetSettings settings = settings(devices);
    return new FleetMetrics(settings, recorder(settings), "1.2.3", () -> Optional.of(NAME));
  }
}
