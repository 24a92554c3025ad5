package fleetpoll.app;

import fleetpoll.fleet.Companion;
import fleetpoll.fleet.FleetClock;
import fleetpoll.live.FleetMetrics;
import fleetpoll.live.MetricsServer;
import fleetpoll.live.RedisFeed;
import fleetpoll.record.FleetRecorder;
import fleetpoll.run.Versions;
import fleetpoll.settings.FleetSettings;
import fleetpoll.watch.Happening;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Lets others read a fleet's counters while it polls, if the settings ask for it: Redis from the
 * fleet's start to its end, Prometheus until Gatling has written its report. Safe for concurrent
 * use.
 */
final class FleetLive implements Companion, AutoCloseable {

  private final FleetSettings settings;
  private final RunDirectory directory;
  private final Optional<MetricsServer> server;
  private final Happening.Log happenings = new Happening.Log();
  private volatile Optional<RedisFeed> feed = Optional.empty();

  /**
   * Listens for Prometheus, if the settings ask for it.
   *
   * @param directory the run's
   * @throws IOException if the port is taken
   */
  FleetLive(FleetSettings settings, RunDirectory directory) throws IOException {
    this.settings = settings;
    this.directory = directory;
    this.server =
        settings.live().port().isPresent()
            ? Optional.of(MetricsServer.listen(settings.live().port().getAsInt()))
            : Optional.empty();
  }

  /** Serves this record from now on; nothing need be in it yet. */
  void serve(FleetRecorder recorder) {
    server.ifPresent(
        s -> s.serve(new FleetMetrics(settings, recorder, Versions.FLEETPOLL, this::run)));
  }

  @Override
  public void begin(FleetClock clock, FleetRecorder recorder, long endNanos) {
    if (settings.live().redis().isPresent()) {
      feed =
          Optional.of(
              new RedisFeed(
                  settings,
                  recorder,
                  () -> run().orElseThrow(() -> new IllegalStateException("the run has no folder")),
                  endNanos,
                  clock::nowNanos,
                  this::tell));
    }
  }

  @Override
  public void finish() {
    feed.ifPresent(RedisFeed::finish);
  }

  /** Waits, within a bound, until Redis has the last counters. */
  void awaitFeed() {
    feed.ifPresent(RedisFeed::close);
  }

  /** Stops serving Prometheus. */
  @Override
  public void close() {
    server.ifPresent(MetricsServer::close);
  }

  /** What happened to the feed, in order of time. */
  synchronized List<Happening> happenings() {
    return happenings.all();
  }

  private synchronized void tell(Happening happening) {
    // Once: a console full of what is wrong with Redis would hide the run.
    if (happenings.all().isEmpty()) {
      System.err.println(happening.text());
    }
    happenings.accept(happening);
  }

  /** The name of the run's folder, once it is known. */
  private Optional<String> run() {
    return directory.find().map(Path::getFileName).map(Path::toString);
  }
}
