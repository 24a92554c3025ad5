package fleetpoll.study;

import fleetpoll.run.Versions;
import fleetpoll.server.Target;
import fleetpoll.settings.StudyClient;
import fleetpoll.settings.StudySettings;
import fleetpoll.study.StudiedTarget.Received;
import fleetpoll.text.Reason;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Runs the cells of a study one after the other, each client in a process of its own, and stores
 * every row as soon as its cell has ended. If a cell fails, its row contains the reason, and the
 * study goes on.
 */
public final class ConcurrencyStudy {

  private static final double NANOS = 1e9;

  private final StudySettings settings;
  private final StudiedTarget target;
  private final StudyFolder folder;
  private final Versions versions;
  private final String python;
  private final List<PlannedCell> plan;
  private final StudyProgress progress;
  private final Instant start = Instant.now();
  private final List<StudyRow> rows = new ArrayList<>();
  private volatile boolean interrupted;
  private volatile ClientProcess client;

  private ConcurrencyStudy(
      StudySettings settings,
      StudiedTarget target,
      StudyFolder folder,
      Versions versions,
      Consumer<String> console) {
    this.settings = settings;
    this.target = target;
    this.folder = folder;
    this.versions = versions;
    Availability availability = new Availability(settings.cell().python());
    python =
        settings.clients().stream().anyMatch(StudyClient::isPython)
            ? availability.pythonVersion().orElse(null)
            : null;
    plan = StudyPlan.of(settings, target.delays(), availability);
    progress = new StudyProgress(plan, console);
  }

  /**
   * A study that is ready to run.
   *
   * @param server the target that the settings name
   * @param folder the one in which the study is stored; its name is the study's id
   * @param versions of this process
   * @param console takes lines of progress
   */
  public static ConcurrencyStudy of(
      StudySettings settings,
      Target server,
      StudyFolder folder,
      Versions versions,
      Consumer<String> console)
      throws InterruptedException {
    StudiedTarget target =
        settings.target().isPresent()
            ? StudiedTarget.at(settings.target().get(), settings)
            : StudiedTarget.embedded(server.uri(), server.pid().orElseThrow(), settings);
    return new ConcurrencyStudy(settings, target, folder, versions, console);
  }

  /**
   * Runs every cell, unless it is interrupted.
   *
   * @throws IOException if rows cannot be stored
   */
  public void run() throws IOException, InterruptedException {
    store();
    target.warmUp(device("warm-up"), settings);
    for (int i = 0; i < plan.size() && !interrupted; i++) {
      PlannedCell planned = plan.get(i);
      StudyRow row = planned.notRun().isPresent() ? planned.notRun().get() : run(i, planned);
      if (interrupted) {
        return;
      }
      rows.add(row);
      store();
      progress.ended(i, row);
    }
  }

  /** Ends the study: gives up the cell that runs and begins no other. */
  public void interrupt() {
    interrupted = true;
    ClientProcess current = client;
    if (current != null) {
      current.kill();
    }
  }

  private StudyRow run(int index, PlannedCell planned) throws InterruptedException {
    Cell cell = planned.cell();
    String device = device(cell.id());
    progress.begun(index);
    long beginNanos = System.nanoTime();
    Measurement measurement = measure(cell, device, index);
    double elapsed = (System.nanoTime() - beginNanos) / NANOS;
    // Without it the cell is not checked, so it is worth a second request.
    Optional<Received> received = target.received(device).or(() -> target.received(device));
    Double delayS = meanDelay(cell, received);
    StudyRow row = new RanRow(cell, measurement, delayS, target.counts(), received).row();
    progress.measured(planned, row, elapsed);
    return row;
  }

  private String device(String part) {
    return folder.path().getFileName() + "/" + part;
  }

  private Measurement measure(Cell cell, String device, int index) throws InterruptedException {
    ClientCommand command = new ClientCommand(settings.cell(), folder.path());
    try {
      client =
          ClientProcess.start(command.of(cell, target.task(cell, device, settings)), target.pid());
      Runnable tick =
          () -> progress.running(index, target.received(device).map(Received::requests));
      return client.await(settings.cell().timeout(), tick);
    } catch (IOException e) {
      return Measurement.notStarted(Instant.now(), Reason.of(e));
    } finally {
      client = null;
    }
  }

  /**
   * t: the mean delay drawn for this cell or, if the target does not report it, what is known of
   * its delays.
   */
  private Double meanDelay(Cell cell, Optional<Received> received) {
    if (target.draws() && received.isPresent()) {
      return received.get().meanDelaySeconds();
    }
    return target.delays().map(d -> d.meanSeconds(cell.requests())).orElse(null);
  }

  private void store() throws IOException {
    Study study =
        new Study(
            Study.SCHEMA_VERSION,
            folder.path().getFileName().toString(),
            start,
            Instant.now(),
            rows.size() == plan.size(),
            settings.masks().text(target.url()),
            target.delays().map(DelayModel::delay).orElse(null),
            target.counts(),
            versions,
            python,
            settings.inForce(),
            null);
    folder.write(study, rows);
  }
}
