package fleetpoll.app;

import fleetpoll.fleet.Fleet;
import fleetpoll.fleet.FleetClock;
import fleetpoll.gatling.GatlingRelease;
import fleetpoll.report.DevicesPage;
import fleetpoll.report.JunitXml;
import fleetpoll.report.PlanText;
import fleetpoll.run.FileSteps;
import fleetpoll.run.Run;
import fleetpoll.run.RunAssembly;
import fleetpoll.run.RunFolder;
import fleetpoll.run.RunWriter;
import fleetpoll.run.Versions;
import fleetpoll.watch.Happening;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Assembles, judges, stores and draws this process's run, once its devices have ended. */
final class RunStore {

  private final RunDirectory directory;
  private final URI target;
  private final Fleet fleet;
  private final FleetWatch watch;
  private final FleetLive live;
  private final RunJudge judge;
  private volatile RunFolder folder;
  private volatile Run stored;

  RunStore(
      RunDirectory directory,
      URI target,
      Fleet fleet,
      FleetWatch watch,
      FleetLive live,
      RunJudge judge) {
    this.directory = directory;
    this.target = target;
    this.fleet = fleet;
    this.watch = watch;
    this.live = live;
    this.judge = judge;
  }

  /** Empty until a run has been stored, or if none could be. */
  Optional<Run> stored() {
    return Optional.ofNullable(stored);
  }

  /** Empty until the run is being stored, or if it has none. */
  Optional<RunFolder> folder() {
    return Optional.ofNullable(folder);
  }

  /** Finds the run's folder and names it on the console; a run without one is still made. */
  void open() {
    try {
      Path path = directory.locate();
      System.out.println(PlanText.record(path));
      ChildRun.tellParent(path);
    } catch (IOException | RuntimeException e) {
      System.err.println("The run has no folder for its record: " + e);
    }
  }

  /** Writes the run folder; a second call does nothing. */
  synchronized void store() {
    if (stored != null) {
      return;
    }
    watch.close();
    try {
      folder = new RunFolder(find());
      int before = live.happenings().size();
      stored = write();
      // The measurements are stored before the feed ends; if the feed fails then, they are stored
      // again.
      live.awaitFeed();
      if (live.happenings().size() > before) {
        stored = write();
      }
    } catch (IOException | RuntimeException e) {
      System.err.println("The record of this run could not be stored: " + e);
    }
  }

  private Path find() throws IOException {
    return directory.find().orElseThrow(() -> new IOException("the run has no folder"));
  }

  private Run write() {
    Run run = judge.judge(assembly().run());
    return draw(
        new RunWriter(folder, fleet.settings(), fleet.recorder(), watch.samples()).write(run));
  }

  private RunAssembly assembly() {
    List<Happening> happenings =
        Stream.of(watch.happenings(), live.happenings(), fleet.happenings(), judge.happenings())
            .flatMap(List::stream)
            .toList();
    return new RunAssembly(
        folder.path().getFileName().toString(),
        target.toString(),
        Versions.ofThisProcess(GatlingRelease.version()),
        fleet.settings(),
        fleet.recorder(),
        origin(),
        fleet.endNanos(),
        fleet.interruptedNanos(),
        watch.finding(),
        watch.samples(),
        happenings);
  }

  /** The origin of the fleet's clock; if the fleet never began, its measured window begins now. */
  private Instant origin() {
    return fleet
        .clock()
        .map(FleetClock::origin)
        .orElseGet(() -> Instant.now().minusNanos(fleet.recorder().windowStartNanos()));
  }

  private Run draw(Run run) {
    FileSteps steps = new FileSteps(run.missing());
    steps.attempt(RunFolder.JUNIT, () -> JunitXml.write(folder, run));
    steps.attempt(RunFolder.DEVICES_PAGE, () -> DevicesPage.draw(folder));
    return run.withMissing(steps.missing());
  }

  /** Lets {@code latest} lead to this run, if it has a record. */
  void nameLatest() {
    Path results = directory.find().map(Path::getParent).orElse(null);
    try {
      if (stored != null && Files.isDirectory(results)) {
        LatestRun.name(results, folder.path());
      }
    } catch (IOException | RuntimeException e) {
      System.err.println("The newest run could not be named in %s: %s".formatted(results, e));
    }
  }

  /**
   * Moves the target's log into the run's folder, which Gatling makes only after the target's
   * start.
   */
  void keep(Path targetLog) {
    try {
      if (folder == null) {
        System.err.println("The target's output is in " + targetLog);
      } else {
        Files.move(targetLog, folder.path().resolve(RunFolder.TARGET_LOG));
      }
    } catch (IOException e) {
      System.err.println(
          "The target's output is in %s; it could not be moved: %s".formatted(targetLog, e));
    }
  }
}
