package fleetpoll.gatling;

import fleetpoll.report.DevicesPage;
import fleetpoll.report.SummaryText;
import fleetpoll.run.Event;
import fleetpoll.run.Judgement;
import fleetpoll.run.Resources;
import fleetpoll.run.Run;
import fleetpoll.run.RunFolder;
import fleetpoll.run.RunWriter;
import fleetpoll.run.Usage;
import fleetpoll.run.Verdict;
import fleetpoll.run.Versions;
import fleetpoll.settings.FleetSettings;
import fleetpoll.settings.Identity;
import fleetpoll.target.Target;
import io.gatling.commons.util.GatlingVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * However the run ends, by its schedule, by a signal, by the death of the process that started it
 * or by a crash of Gatling: the devices end in order, the record is stored, the target is stopped
 * and the totals are the last thing printed.
 */
final class Ending {

  /** Gatling's report of a long run takes its time; nobody waits for ever. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final long POLL_MILLIS = 10;

  /** 128 + SIGTERM: as if the signal that ended our parent had reached us. */
  private static final int TERMINATED = 143;

  private final FleetSettings settings;
  private final Target target;
  private final Fleet fleet;
  private final Class<?> simulation;
  private final Instant prepared = Instant.now();
  private volatile Thread gatling;
  private volatile RunFolder folder;
  private volatile Run stored;

  Ending(FleetSettings settings, Target target, Fleet fleet, Class<?> simulation) {
    this.settings = settings;
    this.target = target;
    this.fleet = fleet;
    this.simulation = simulation;
    Runtime.getRuntime().addShutdownHook(new Thread(this::end, "end of the run"));
  }

  /** On Gatling's own thread, before the run. */
  void prepare() {
    gatling = Thread.currentThread();
    ProcessHandle.current()
        .parent()
        .ifPresent(parent -> parent.onExit().thenRun(() -> System.exit(TERMINATED)));
  }

  /** Writes the run folder; the second time does nothing. */
  synchronized void store() {
    if (stored != null) {
      return;
    }
    try {
      folder = new RunFolder(runDirectory());
      RunWriter writer = new RunWriter(folder, settings, fleet.recorder(), List.of());
      stored = draw(writer.write(run(writer)));
    } catch (IOException | RuntimeException e) {
      System.err.println("The record of this run could not be stored: " + e);
    }
  }

  private Run draw(Run run) {
    try {
      DevicesPage.draw(folder);
      return run;
    } catch (IOException | RuntimeException e) {
      List<String> missing = new ArrayList<>(run.missing());
      missing.add(RunFolder.DEVICES_PAGE + ": " + e.getMessage());
      return run.withMissing(missing);
    }
  }

  private Path runDirectory() throws IOException {
    RunDirectory directory = RunDirectory.ofThisProcess(simulation, prepared);
    return directory.find().orElseThrow(() -> new IOException("Gatling has made no run folder"));
  }

  private Run run(RunWriter writer) {
    long start = fleet.recorder().windowStartNanos();
    long end = Math.max(start, fleet.endNanos());
    FleetClock clock = fleet.clock().orElseGet(() -> FleetClock.startingIn(-start));
    List<Event> events =
        fleet
            .interruptedNanos()
            .map(at -> new Event(seconds(at - start), "interrupted", "The run was interrupted."))
            .map(List::of)
            .orElse(List.of());
    return new Run(
        Run.SCHEMA_VERSION,
        folder.path().getFileName().toString(),
        clock.instant(start),
        clock.instant(end),
        !events.isEmpty(),
        target.uri().toString(),
        Versions.ofThisProcess(GatlingVersion.ThisVersion().fullVersion()),
        settings.inForce(),
        settings.identities().stream().map(Identity::id).toList(),
        writer.totals(),
        events,
        new Resources(
            null, "Not sampled.", true, Usage.UNKNOWN, Usage.UNKNOWN, Usage.UNKNOWN, null, null),
        new Verdict(Judgement.VALID, "Not judged.", List.of(), List.of()),
        List.of());
  }

  private static double seconds(long nanos) {
    return Math.round(nanos / 1e6) / 1e3;
  }

  /** The one shutdown hook: others could be cut short by it, or cut it short. */
  private void end() {
    if (stored == null) {
      fleet.interrupt();
    }
    awaitGatling();
    store();
    target.close();
    if (stored != null) {
      SummaryText.lines(stored, folder).forEach(System.out::println);
      System.out.flush();
    }
  }

  /**
   * Gatling has written its report when its thread ends, or asks to exit, which we are holding up.
   */
  private void awaitGatling() {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (gatling != null
        && gatling.isAlive()
        && !isExiting(gatling)
        && System.nanoTime() - deadline < 0) {
      try {
        Thread.sleep(POLL_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private static boolean isExiting(Thread thread) {
    for (StackTraceElement frame : thread.getStackTrace()) {
      if (frame.getClassName().equals("java.lang.Shutdown")) {
        return true;
      }
    }
    return false;
  }
}
