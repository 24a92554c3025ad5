package fleetpoll.app;

import fleetpoll.compare.Baseline;
import fleetpoll.fleet.Fleet;
import fleetpoll.fleet.FleetClock;
import fleetpoll.gatling.GatlingRelease;
import fleetpoll.report.DevicesPage;
import fleetpoll.report.JunitXml;
import fleetpoll.report.SummaryText;
import fleetpoll.run.EndpointTotals;
import fleetpoll.run.Event;
import fleetpoll.run.Evidence;
import fleetpoll.run.Judge;
import fleetpoll.run.Resources;
import fleetpoll.run.Run;
import fleetpoll.run.RunFolder;
import fleetpoll.run.RunWriter;
import fleetpoll.run.SampledWindow;
import fleetpoll.run.Storm;
import fleetpoll.run.Verdict;
import fleetpoll.run.Versions;
import fleetpoll.server.Target;
import fleetpoll.settings.FleetSettings;
import fleetpoll.settings.Identity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * However the run ends, by its schedule, by a signal, by the death of the process that started it
 * or by a crash of Gatling: the devices end in order, the record is stored, the target is stopped
 * and the totals are the last thing printed.
 */
final class Ending {

  /** What Gatling's Maven plugin takes for failed assertions. */
  private static final int FAILED = 2;

  /** There is no record, and so no verdict. */
  private static final int NOTHING_STORED = 1;

  private final FleetSettings settings;
  private final Optional<Baseline> baseline;
  private final Target target;
  private final Fleet fleet;
  private final FleetWatch watch;
  private final FleetLive live;
  private final RunDirectory directory;
  private volatile GatlingThread gatling;
  private volatile RunFolder folder;
  private volatile Run stored;

  Ending(
      FleetSettings settings,
      Optional<Baseline> baseline,
      Target target,
      Fleet fleet,
      FleetWatch watch,
      FleetLive live,
      RunDirectory directory) {
    this.settings = settings;
    this.baseline = baseline;
    this.target = target;
    this.fleet = fleet;
    this.watch = watch;
    this.live = live;
    this.directory = directory;
    Runtime.getRuntime().addShutdownHook(new Thread(this::end, "end of the run"));
  }

  /** On Gatling's own thread, before the run. */
  void prepare() {
    gatling = new GatlingThread(Thread.currentThread());
    ParentProcess.endWithIt();
  }

  /** Writes the run folder; the second time does nothing. */
  synchronized void store() {
    if (stored != null) {
      return;
    }
    watch.close();
    try {
      folder = new RunFolder(runDirectory());
      RunWriter writer = new RunWriter(folder, settings, fleet.recorder(), watch.samples());
      stored = draw(writer.write(judged(unjudged(writer))));
      awaitFeed(writer);
    } catch (IOException | RuntimeException e) {
      System.err.println("The record of this run could not be stored: " + e);
    }
  }

  /** Nothing that was measured waits for the feed; what befalls it now is stored once more. */
  private void awaitFeed(RunWriter writer) {
    int before = live.events().size();
    live.awaitFeed();
    if (live.events().size() > before) {
      stored = draw(writer.write(judged(unjudged(writer))));
    }
  }

  private Run draw(Run run) {
    List<String> missing = new ArrayList<>(run.missing());
    attempt(RunFolder.JUNIT, () -> JunitXml.write(folder, run), missing);
    attempt(RunFolder.DEVICES_PAGE, () -> DevicesPage.draw(folder), missing);
    return run.withMissing(missing);
  }

  /** A step that draws a file. */
  private interface Drawing {
    void run() throws IOException;
  }

  private static void attempt(String file, Drawing drawing, List<String> missing) {
    try {
      drawing.run();
    } catch (IOException | RuntimeException e) {
      missing.add(file + ": " + e.getMessage());
    }
  }

  private Path runDirectory() throws IOException {
    return directory.find().orElseThrow(() -> new IOException("Gatling has made no run folder"));
  }

  private Run unjudged(RunWriter writer) {
    long start = fleet.recorder().windowStartNanos();
    long end = Math.max(start, fleet.endNanos());
    FleetClock clock = fleet.clock().orElseGet(() -> FleetClock.startingIn(-start));
    List<EndpointTotals> totals = writer.totals();
    List<Storm> storms = writer.storms(end);
    return new Run(
        Run.SCHEMA_VERSION,
        folder.path().getFileName().toString(),
        clock.instant(start),
        clock.instant(end),
        fleet.interruptedNanos().isPresent(),
        target.uri().toString(),
        Versions.ofThisProcess(GatlingRelease.version()),
        settings.inForce(),
        settings.identities().stream().map(Identity::id).toList(),
        totals,
        events(start, storms),
        storms,
        resources(start, end, totals),
        Verdict.PENDING,
        List.of());
  }

  /** A rule that breaks costs the run its verdict, and not its record. */
  private Run judged(Run run) {
    try {
      Evidence evidence = Evidence.of(run, settings, fleet.recorder());
      return run.withVerdict(
          Judge.judge(
              settings.verdict(),
              evidence,
              baseline.map(earlier -> earlier.checks(run)).orElse(List.of())));
    } catch (RuntimeException e) {
      System.err.println("The run could not be judged: " + e);
      return run;
    }
  }

  private List<Event> events(long startNanos, List<Storm> storms) {
    Stream<Event> interruption =
        fleet.interruptedNanos().stream()
            .map(at -> Event.at(at - startNanos, "interrupted", "The run was interrupted."));
    return Stream.of(
            watch.events().stream(),
            storms.stream().flatMap(Storm::events),
            live.events().stream(),
            interruption)
        .flatMap(Function.identity())
        .sorted(Comparator.comparingDouble(Event::tS))
        .toList();
  }

  private Resources resources(long startNanos, long endNanos, List<EndpointTotals> totals) {
    return Resources.of(
        watch.finding(),
        new SampledWindow(watch.samples(), startNanos, endNanos),
        totals.stream().mapToLong(EndpointTotals::sent).sum(),
        settings.devices());
  }

  /** The one shutdown hook: others could be cut short by it, or cut it short. */
  private void end() {
    if (stored == null) {
      fleet.interrupt();
    }
    if (gatling != null) {
      gatling.awaitEnd();
    }
    store();
    target.close();
    live.close();
    target.log().ifPresent(this::keep);
    if (stored != null) {
      SummaryText.lines(stored, folder).forEach(System.out::println);
    }
    exit();
  }

  /** A hook cannot change the exit code of a JVM that is ending, except by ending it here. */
  private void exit() {
    System.out.flush();
    System.err.flush();
    if (gatling != null && gatling.hasEndedRegularly() && !isSuccess()) {
      Runtime.getRuntime().halt(stored == null ? NOTHING_STORED : FAILED);
    }
  }

  private boolean isSuccess() {
    return stored != null && stored.verdict().judgement().isSuccess();
  }

  /** The target could not write into the run's folder: Gatling makes that after its start. */
  private void keep(Path log) {
    try {
      if (folder == null) {
        System.err.println("The target's output is in " + log);
      } else {
        Files.move(log, folder.path().resolve(RunFolder.TARGET_LOG));
      }
    } catch (IOException e) {
      System.err.println(
          "The target's output is in %s; it could not be moved: %s".formatted(log, e));
    }
  }
}
