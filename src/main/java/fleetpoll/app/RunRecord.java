package fleetpoll.app;

import fleetpoll.fleet.Fleet;
import fleetpoll.fleet.FleetClock;
import fleetpoll.record.Snapshot;
import fleetpoll.run.FolderName;
import fleetpoll.run.Judgement;
import fleetpoll.run.Run;
import fleetpoll.run.RunAssembly;
import fleetpoll.run.RunFolder;
import fleetpoll.run.Silence;
import fleetpoll.run.Verdict;
import fleetpoll.run.Versions;
import fleetpoll.run.unfinished.Maker;
import fleetpoll.settings.FleetSettings;
import fleetpoll.settings.TargetSettings;
import fleetpoll.text.Reason;
import fleetpoll.watch.Happening;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Puts together this process's run: when it has ended, and what there is of it before.
 *
 * @param uuid random: the name of the run's folder may be that of a run on another machine
 * @param target where the requests go, with its secrets
 */
record RunRecord(
    String uuid,
    RunDirectory directory,
    URI target,
    Versions versions,
    Fleet fleet,
    FleetWatch watch,
    FleetLive live,
    RunJudge judge) {

  /** The run with its verdict; empty if that fails, in whatever way. */
  Optional<Run> ended() {
    try {
      return Optional.of(judge.judge(assembly(fleet.endNanos()).run()));
    } catch (Throwable e) {
      System.err.println("The run could not be put together: " + Reason.of(e));
      return Optional.empty();
    }
  }

  /** The run before its first checkpoint. */
  Run begun() {
    Snapshot none = Snapshot.none(fleet.settings().endpoints().size());
    return assembly(0)
        .soFar(Maker.ofThisProcess(), none, null)
        .withVerdict(nothingYet(fleet.settings().checkpoint().isPresent()));
  }

  /**
   * Of a run that is cut short before its first checkpoint.
   *
   * @param hasCheckpoints whether it is to store any
   */
  static Verdict nothingYet(boolean hasCheckpoints) {
    String why =
        hasCheckpoints
            ? "The run did not come to its first checkpoint"
            : "The run did not come to its end, and checkpoint = none stores nothing before";
    return new Verdict(
        Judgement.INVALID,
        why
            + ": what was measured device by device is lost; the fleet second by second is in "
            + RunFolder.TIMELINE
            + ".",
        List.of(),
        List.of());
  }

  /**
   * The run at a checkpoint, not yet judged.
   *
   * @param sum of all devices
   * @param untilNanos the instant until which their records are whole
   * @param silence the longest
   */
  Run soFar(Snapshot sum, long untilNanos, Silence silence) {
    return assembly(untilNanos).soFar(Maker.ofThisProcess(), sum, silence);
  }

  /** The name of the run's folder. */
  String id() {
    return directory
        .find()
        .map(path -> path.getFileName().toString())
        .orElseGet(() -> FolderName.of("run", Instant.now()));
  }

  private RunAssembly assembly(long untilNanos) {
    List<Happening> happenings =
        Stream.of(watch.happenings(), live.happenings(), fleet.happenings(), judge.happenings())
            .flatMap(List::stream)
            .toList();
    return new RunAssembly(
        id(),
        uuid,
        shownTarget(),
        versions,
        fleet.settings(),
        fleet.recorder(),
        origin(),
        untilNanos,
        fleet.interruptedNanos(),
        watch.finding(),
        watch.seconds().sampled(),
        happenings);
  }

  /**
   * The target's address as it may be stored: that of a server that already runs may hold secrets.
   */
  private String shownTarget() {
    FleetSettings settings = fleet.settings();
    return settings.target() instanceof TargetSettings.Running
        ? settings.shownTarget()
        : settings.masks().text(target.toString());
  }

  /** The origin of the fleet's clock; if the fleet never began, its measured window begins now. */
  Instant origin() {
    return fleet
        .clock()
        .map(FleetClock::origin)
        .orElseGet(() -> Instant.now().minusNanos(fleet.recorder().windowStartNanos()));
  }
}
