package fleetpoll.shard;

import fleetpoll.report.Durations;
import fleetpoll.report.WindowText;
import fleetpoll.run.Missing;
import fleetpoll.run.Run;
import fleetpoll.run.RunFolder;
import fleetpoll.run.SideFiles;
import fleetpoll.run.unfinished.Progress;
import fleetpoll.run.whole.DamagedFile;
import fleetpoll.text.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads the run of a shard and looks whether it is whole.
 *
 * @param now by which a run that goes on elsewhere is known
 */
record ShardReader(Instant now) {

  /**
   * What there is in a folder.
   *
   * @param run empty if it is not the run of a shard
   * @param problem why it cannot be merged, a sentence without its end; empty if it can be
   * @param canBeLeftOut whether the others can be merged without it
   */
  record Found(Optional<ShardRun> run, Optional<String> problem, boolean canBeLeftOut) {}

  Found read(Path path) {
    if (!Files.isRegularFile(path.resolve(RunFolder.RUN))) {
      return refused("%s is not a run folder: it holds no %s".formatted(path, RunFolder.RUN));
    }
    try {
      SideFiles files = new SideFiles(new RunFolder(path));
      Run run = files.run();
      if (run.isMerged()) {
        return refused(path + " was merged itself: give the folders of its shards");
      }
      if (!run.isPart()) {
        return refused(path + " is not a shard: its generator ran the whole fleet");
      }
      if (run.due() == null) {
        return refused(path + " does not say how many polls were due: another Fleetpoll stored it");
      }
      ShardRun shard = new ShardRun(new RunFolder(path), run);
      Optional<String> problem =
          unfinished(shard).or(() -> damage(files).map(why -> shard.named() + ": " + why));
      return new Found(Optional.of(shard), problem, problem.isPresent());
    } catch (IOException e) {
      String why = "%s cannot be read: %s".formatted(path, Reason.of(e));
      return new Found(Optional.empty(), Optional.of(why), true);
    }
  }

  private static Found refused(String problem) {
    return new Found(Optional.empty(), Optional.of(problem), false);
  }

  private Optional<String> unfinished(ShardRun shard) {
    Run run = shard.run();
    String named = shard.named();
    if (run.interrupted()) {
      String after = Durations.rounded(WindowText.duration(run));
      return Optional.of("%s was interrupted after %s".formatted(named, after));
    }
    if (!run.isRunning()) {
      return Optional.empty();
    }
    Progress progress =
        run.maker() == null ? Progress.CUT_SHORT : run.maker().progress(shard.folder().path(), now);
    return Optional.of(
        switch (progress) {
          case GOES_ON -> named + " still goes on";
          case UNKNOWN -> named + " still goes on, or was just cut short, on another machine";
          default ->
              "%s was cut short: its record is whole until %s"
                  .formatted(named, run.end().truncatedTo(ChronoUnit.SECONDS));
        });
  }

  /** What is wrong with the files of a run that has ended; empty if nothing is. */
  private static Optional<String> damage(SideFiles files) {
    Run run = files.run();
    List<String> damage = new ArrayList<>();
    run.missing().stream()
        .filter(file -> needed(run).anyMatch(file.file()::equals))
        .map(Missing::text)
        .forEach(text -> damage.add("missing file " + text));
    needed(run)
        .filter(name -> run.missing().stream().noneMatch(file -> file.file().equals(name)))
        .forEach(name -> damage(files, name).ifPresent(damage::add));
    return damage.isEmpty()
        ? Optional.empty()
        : Optional.of(damage.stream().collect(Collectors.joining("; ")));
  }

  private static Stream<String> needed(Run run) {
    return RunFolder.MEASURED.stream()
        .filter(name -> run.logins() != null || !name.equals(RunFolder.LOGINS));
  }

  private static Optional<String> damage(SideFiles files, String name) {
    Path path = files.measured().path();
    if (!Files.isRegularFile(path.resolve(name))) {
      return Optional.of(name + " is not in the folder");
    }
    if (files.run().file(name).isEmpty()) {
      return Optional.of("run.json does not say what belongs in " + name);
    }
    try {
      files.run().file(name).get().check(path);
      return Optional.empty();
    } catch (DamagedFile e) {
      return Optional.of(e.getMessage());
    } catch (IOException e) {
      return Optional.of("%s cannot be read: %s".formatted(name, Reason.of(e)));
    }
  }
}
