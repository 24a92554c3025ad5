package fleetpoll.app;

import fleetpoll.fleet.Companion;
import fleetpoll.fleet.FleetClock;
import fleetpoll.record.FleetRecorder;
import fleetpoll.server.Target;
import fleetpoll.settings.FleetSettings;
import fleetpoll.watch.Finding;
import fleetpoll.watch.Happening;
import fleetpoll.watch.Sample;
import fleetpoll.watch.Watch;
import java.util.List;

/** Watches resources from a fleet's start to its end, and lets the console follow the fleet. */
final class FleetWatch implements Companion, AutoCloseable {

  private final FleetSettings settings;
  private final Watch watch;

  FleetWatch(FleetSettings settings, Target target) {
    this.settings = settings;
    this.watch = Watch.of(target.uri(), target.pid(), settings.server(), settings.trust());
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
          lines.accept(samples);
        });
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

  List<Sample> samples() {
    return watch.samples();
  }

  /** What happened to the sources, in order of time. */
  List<Happening> happenings() {
    return watch.happenings();
  }
}
