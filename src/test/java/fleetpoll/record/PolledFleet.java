package fleetpoll.record;

import fleetpoll.run.FleetExamples;
import java.time.Duration;
import java.util.SplittableRandom;

/** A fleet of the default endpoints that records ten minutes of polls without waiting. */
public final class PolledFleet {

  /** Polls of each device: 1,200 of the first endpoint and 120 of the second. */
  public static final int POLLS_PER_DEVICE = 1_320;

  private static final Duration DURATION = Duration.ofMinutes(10);
  private static final Duration INTERVAL = Duration.ofMillis(500);
  private static final long MEAN_LATENESS_NANOS = 50_000;
  private static final long LEAST_SERVICE_NANOS = 100_000;
  private static final long MEAN_FURTHER_SERVICE_NANOS = 1_000_000;

  /** A prime, so that the draws do not repeat with the ticks. */
  private static final int DRAWS = 4_093;

  private final FleetRecorder fleet;
  private final long[] latenessNanos = new long[DRAWS];
  private final long[] serviceNanos = new long[DRAWS];
  private int draw;

  /** A fleet that has not polled yet. */
  public PolledFleet(int devices) {
    fleet = new FleetRecorder(FleetExamples.fleet(devices, DURATION, INTERVAL));
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < DRAWS; i++) {
      latenessNanos[i] = exponential(random, MEAN_LATENESS_NANOS);
      serviceNanos[i] = LEAST_SERVICE_NANOS + exponential(random, MEAN_FURTHER_SERVICE_NANOS);
    }
  }

  /** Every device connects and polls on every tick, the fleet in step as in a real run. */
  public FleetRecorder poll() {
    for (DeviceRecorder device : fleet.devices()) {
      device.warmedUp(0, new Opening(1, 0, LEAST_SERVICE_NANOS, 0, 0));
    }
    for (long tick = 0; tick < DURATION.dividedBy(INTERVAL); tick++) {
      for (DeviceRecorder device : fleet.devices()) {
        poll(device);
      }
      fleet.settle(tick * INTERVAL.toNanos());
    }
    return fleet;
  }

  private void poll(DeviceRecorder device) {
    long due = device.cursor().nextDueNanos();
    long tick = device.cursor().take(due);
    for (int endpoint = 0; endpoint < 2; endpoint++) {
      if (device.isDue(endpoint, tick)) {
        draw = (draw + 1) % DRAWS;
        long sent = due + latenessNanos[draw];
        long end = sent + serviceNanos[draw];
        device.record(
            new Poll(endpoint, due, due, sent, end, 100, 160, Opening.NONE, Outcome.OK, null));
      }
    }
  }

  private static long exponential(SplittableRandom random, long mean) {
    return (long) (-mean * Math.log(1 - random.nextDouble()));
  }
}
