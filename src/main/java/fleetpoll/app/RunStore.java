package fleetpoll.app;

import fleetpoll.fleet.Fleet;
import fleetpoll.report.plan.PlanText;
import fleetpoll.run.Run;
import fleetpoll.run.RunFolder;
import fleetpoll.run.RunWriter;
import fleetpoll.run.unfinished.CheckpointFolder;
import fleetpoll.text.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** Assembles, judges, stores and draws this process's run, once its devices have ended. */
final class RunStore {

  private final RunRecord record;
  private final Checkpoints checkpoints;
  private volatile boolean opened;
  private volatile RunFiles files;
  private volatile String elsewhere;

  RunStore(RunRecord record, Checkpoints checkpoints) {
    this.record = record;
    this.checkpoints = checkpoints;
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
      Path path = record.directory().locate();
      System.out.println(PlanText.record(path));
      ChildRun.tellParent(path);
      record.watch().seconds().open(new RunFolder(path));
      new RunFolder(path).write(record.begun());
    } catch (IOException | RuntimeException e) {
      System.err.println("The record of the run cannot be begun: " + Reason.of(e));
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
    Ending.attempt("The end of the checkpoints", checkpoints::close);
    Ending.attempt("The last look at the resources", record.watch()::close);
    int before = record.live().happenings().size();
    write();
    // The measurements are stored before the feed ends; if the feed fails then, they are stored
    // again.
    Ending.attempt("The end of the feed", record.live()::awaitFeed);
    if (record.live().happenings().size() > before) {
      write();
    }
  }

  /** Into the run's folder or, if that does not do, into one that does. */
  private void write() {
    Optional<Run> run = record.ended();
    Optional<RunFiles> own = Optional.empty();
    Optional<Path> path = record.directory().find();
    if (path.filter(Files::isDirectory).isPresent()) {
      own = Optional.of(write(path.get(), run));
      files = own.get();
      elsewhere = null;
      if (files.isWhole()) {
        Ending.attempt("To delete the checkpoints", CheckpointFolder.of(path.get())::remove);
      }
    }
    if (own.isEmpty() || own.get().storageFailed()) {
      String why =
          own.map(RunFiles::reason)
              .orElse(path.map(gone -> gone + " has disappeared").orElse("it has no folder"));
      Ending.attempt("To write the record elsewhere", () -> writeElsewhere(run, why));
    }
  }

  private void writeElsewhere(Optional<Run> run, String why) throws IOException {
    Path path = Files.createTempDirectory("fleetpoll-" + record.id() + "-");
    String verdict = "The record could not be stored in the run's folder: %s.".formatted(why);
    RunFiles another =
        write(path, run.map(known -> known.withVerdict(known.verdict().invalid(verdict))));
    if (files == null || another.missing().size() < files.missing().size()) {
      if (files != null) {
        Ending.attempt("To take back the verdict", files::takeBack);
      }
      files = another;
      elsewhere = why;
      ChildRun.tellParent(path);
    }
  }

  private RunFiles write(Path path, Optional<Run> run) {
    RunFolder folder = new RunFolder(path);
    Fleet fleet = record.fleet();
    RunWriter writer =
        new RunWriter(folder, fleet.settings(), fleet.recorder(), record.watch().seconds());
    return run.map(whole -> RunFiles.write(folder, whole, writer))
        .orElseGet(() -> RunFiles.write(folder, record.origin(), Instant.now(), writer));
  }

  /** Lets {@code latest} lead to this run, if it is one that has all that makes it a record. */
  void nameLatest() {
    Path results = record.directory().find().map(Path::getParent).orElse(null);
    try {
      boolean isRecord = files != null && files.isRecord();
      if (isRecord && results != null && Files.isDirectory(results)) {
        LatestRun.name(results, files.folder().path());
      }
    } catch (IOException | RuntimeException e) {
      System.err.println(
          "The newest run could not be named in %s: %s".formatted(results, Reason.of(e)));
    }
  }

  /** Moves the target's log into the run's folder, which is made after the target's start. */
  void keep(Path targetLog) {
    try {
      if (files == null) {
        System.err.println("The target's output is in " + targetLog);
      } else {
        Files.move(targetLog, files.folder().path().resolve(RunFolder.TARGET_LOG));
      }
    } catch (IOException e) {
      System.err.println(
          "The target's output is in %s; it could not be moved: %s"
              .formatted(targetLog, Reason.of(e)));
    }
  }
}
