package fleetpoll.app;

import fleetpoll.fleet.Fleet;
import fleetpoll.fleet.FleetClock;
import fleetpoll.gatling.GatlingRelease;
import fleetpoll.report.PlanText;
import fleetpoll.run.FolderName;
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
import java.util.UUID;
import java.util.stream.Stream;

/** Assembles, judges, stores and draws this process's run, once its devices have ended. */
final class RunStore {

  private final RunDirectory directory;
  private final URI target;
  private final Fleet fleet;
  private final FleetWatch watch;
  private final FleetLive live;
  private final RunJudge judge;
  private final String uuid = UUID.randomUUID().toString();
  private volatile boolean opened;
  private volatile RunFiles files;
  private volatile String elsewhere;

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

  /** Empty until something has been stored, or if nothing could be. */
  Optional<RunFiles> files() {
    return Optional.ofNullable(files);
  }

  /** Why the record is not in the folder that the console named; empty if it is. */
  Optional<String> elsewhere() {
    return Optional.ofNullable(elsewhere);
  }

  /** Finds the run's folder and names it on the console; a run without one is still made. */
  void open() {
    opened = true;
    try {
      Path path = directory.locate();
      System.out.println(PlanText.record(path));
      ChildRun.tellParent(path);
    } catch (IOException | RuntimeException e) {
      System.err.println("The run has no folder for its record: " + e);
    }
  }

  /** Writes the run folder; a second call does nothing if the first one stored a run. */
  synchronized void store() {
    if (files != null && files.run().isPresent()) {
      return;
    }
    if (!opened) {
      System.err.println("The run has no record, because it did not begin.");
      return;
    }
    Ending.attempt("The last look at the resources", watch::close);
    int before = live.happenings().size();
    write();
    // The measurements are stored before the feed ends; if the feed fails then, they are stored
    // again.
    Ending.attempt("The end of the feed", live::awaitFeed);
    if (live.happenings().size() > before) {
      write();
    }
  }

  /** Into the run's folder or, if that does not do, into one that does. */
  private void write() {
    Optional<Run> run = assemble();
    Optional<RunFiles> own = Optional.empty();
    Optional<Path> path = directory.find();
    if (path.filter(Files::isDirectory).isPresent()) {
      own = Optional.of(write(path.get(), run));
      files = own.get();
      elsewhere = null;
    }
    if (own.isEmpty() || own.get().storageFailed()) {
      String why =
          own.map(RunFiles::reason)
              .orElse(path.map(gone -> gone + " has disappeared").orElse("it has no folder"));
      Ending.attempt("To write the record elsewhere", () -> writeElsewhere(run, why));
    }
  }

  private void writeElsewhere(Optional<Run> run, String why) throws IOException {
    Path path = Files.createTempDirectory("fleetpoll-" + id() + "-");
    RunFiles another = write(path, run);
    if (files == null || another.missing().size() < files.missing().size()) {
      files = another;
      elsewhere = why;
      ChildRun.tellParent(path);
    }
  }

  private RunFiles write(Path path, Optional<Run> run) {
    RunFolder folder = new RunFolder(path);
    RunWriter writer = new RunWriter(folder, fleet.settings(), fleet.recorder(), watch.samples());
    return run.map(whole -> RunFiles.write(folder, whole, writer))
        .orElseGet(() -> RunFiles.write(folder, origin(), Instant.now(), writer));
  }

  /** Empty if that fails, in whatever way. */
  private Optional<Run> assemble() {
    try {
      return Optional.of(judge.judge(assembly().run()));
    } catch (Throwable e) {
      System.err.println("The run could not be put together: " + e);
      return Optional.empty();
    }
  }

  private String id() {
    return directory
        .find()
        .map(path -> path.getFileName().toString())
        .orElseGet(() -> FolderName.of("run", Instant.now()));
  }

  private RunAssembly assembly() {
    List<Happening> happenings =
        Stream.of(watch.happenings(), live.happenings(), fleet.happenings(), judge.happenings())
            .flatMap(List::stream)
            .toList();
    return new RunAssembly(
        id(),
        uuid,
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

  /** Lets {@code latest} lead to this run, if it has a record. */
  void nameLatest() {
    Path results = directory.find().map(Path::getParent).orElse(null);
    try {
      if (files != null && results != null && Files.isDirectory(results)) {
        LatestRun.name(results, files.folder().path());
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
      if (files == null) {
        System.err.println("The target's output is in " + targetLog);
      } else {
        Files.move(targetLog, files.folder().path().resolve(RunFolder.TARGET_LOG));
      }
    } catch (IOException e) {
      System.err.println(
          "The target's output is in %s; it could not be moved: %s".formatted(targetLog, e));
    }
  }
}
