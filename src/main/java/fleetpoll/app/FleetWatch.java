package fleetpoll.app;

import fleetpoll.fleet.Companion;
import fleetpoll.fleet.Fleet;
import fleetpoll.fleet.FleetClock;
import fleetpoll.record.FleetRecorder;
import fleetpoll.run.RunSeconds;
import fleetpoll.server.Target;
import fleetpoll.settings.FleetSettings;
import fleetpoll.watch.Finding;
import fleetpoll.watch.Happening;
import fleetpoll.watch.Watch;
import java.util.List;
import java.util.stream.Stream;

/** Watches resources from a fleet's start to its end, and lets the console follow the fleet. */
final class FleetWatch implements Companion, AutoCloseable {

  private final FleetSettings settings;
  private final Watch watch;
  private final Happening.Log happenings = new Happening.Log();
  private RunSeconds seconds;

  FleetWatch(FleetSettings settings, Target target) {
    this.settings = settings;
    this.watch =
        Watch.of(target.uri(), target.pid(), settings.server(), settings.trust(), settings.masks());
  }

  /** Appends the seconds of this fleet, which has yet to begin. */
  void follow(Fleet fleet) {
    seconds = new RunSeconds(settings, fleet.recorder(), () -> endNanos(fleet));
  }

  /**
   * The end of the measured window, or the instant of the interruption or at which the last device
   * left if that was earlier, as far as it is known.
   */
  private static long endNanos(Fleet fleet) {
    long window = fleet.recorder().windowEndNanos();
    long interrupted = fleet.interruptedNanos().orElse(window);
    long left = fleet.leftCount() == fleet.settings().ownDevices() ? fleet.endNanos() : window;
    long end = Math.min(window, Math.min(interrupted, left));
    return Math.max(fleet.recorder().windowStartNanos(), end);
  }

  /** Where the server's resources are read, as far as this is known. */
  Finding finding() {
    return watch.finding();
  }

  @Override
  public void begin(FleetClock clock, FleetRecorder recorder, long endNanos) {
    ProgressLines lines =
        new ProgressLines(settings, recorder, clock::nowNanos, System.out::println);
    watch.begin(
        clock::nowNanos,
        recorder.windowStartNanos(),
        samples -> {
          // Here, because it walks over all devices: an event loop of the fleet has no time for it.
          recorder.settle(clock.nowNanos());
          seconds.add(samples);
          tellTroubles(clock.nowNanos(), recorder.windowStartNanos());
          lines.accept(samples);
        });
  }

  private void tellTroubles(long nowNanos, long windowStartNanos) {
    for (String trouble : seconds.takeTroubles()) {
      happenings.accept(new Happening(nowNanos, "not-stored", trouble));
      long atS = Math.round((nowNanos - windowStartNanos) / 1e9);
      String at = atS < 0 ? "warm-up" : atS + " s";
      System.err.printf("[%s] %s%n", at, trouble);
    }
  }

  @Override
  public void finish() {
    watch.finish();
  }

  /** Stops the samples and the lines. */
  @Override
  public void close() {
    watch.close();
  }

  /** What is appended to the run's folder. */
  RunSeconds seconds() {
    return seconds;
  }

  /** What happened to the sources and to the files that grow. */
  List<Happening> happenings() {
    return Stream.concat(watch.happenings().stream(), happenings.all().stream()).toList();
  }
}
