package fleetpoll.app;

import fleetpoll.compare.ComparedRun;
import fleetpoll.compare.Rounds;
import fleetpoll.process.ExitCode;
import fleetpoll.run.Judgement;
import fleetpoll.settings.ComparisonSettings;
import fleetpoll.settings.FleetSettings;
import fleetpoll.text.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Polls several servers with the same fleet, or one server several times: one run after the other,
 * each in a process of its own, and then their comparison. However the series ends, the run under
 * way ends in order, and the runs made so far are compared.
 */
final class Series {

  private final FleetSettings fleet;
  private final ComparisonSettings settings;
  private final Class<?> simulation;
  private final Path results;
  private final List<ComparedRun> runs = new ArrayList<>();
  private Attempt attempt;
  private boolean ending;
  private boolean stored;
  private ExitCode exitCode = ExitCode.OK;

  /**
   * A run that is under way.
   *
   * @param target as it is shown
   */
  private record Attempt(String target, int round, ChildRun child) {}

  Series(FleetSettings fleet, Class<?> simulation) throws IOException {
    this.fleet = fleet;
    this.settings = fleet.comparison();
    this.simulation = simulation;
    this.results = GatlingArguments.results();
  }

  /**
   * Makes all runs and writes their comparison; if a signal or a failure ends the series before, a
   * shutdown hook writes it.
   *
   * @return {@code OK} if every run is VALID or passes; {@code NOT_PASSED} if one FAILs, is INVALID
   *     or fails an assertion; {@code FAILURE} if one has left no record, or the comparison could
   *     not be written
   */
  ExitCode run() throws IOException {
    Runtime.getRuntime().addShutdownHook(new Thread(this::end, "end of the series"));
    ParentProcess.endWithIt();
    int number = 0;
    try {
      for (int round = 1; round <= settings.rounds(); round++) {
        for (String target : settings.order(round)) {
          make(target, round, ++number);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return exitCode;
    }
    return store();
  }

  private void make(String target, int round, int number) throws IOException, InterruptedException {
    if (number > 1) {
      TimeUnit.NANOSECONDS.sleep(settings.coolDown().toNanos());
    }
    Optional<Attempt> begun = begin(target, round, number);
    if (begun.isPresent()) {
      int code = begun.get().child.await();
      finish(begun.get(), code);
    }
  }

  /** Empty if the series is ending. */
  private synchronized Optional<Attempt> begin(String target, int round, int number)
      throws IOException {
    if (ending) {
      return Optional.empty();
    }
    String shown = fleet.masks().text(target);
    System.out.printf("%nRun %s of %s: %s, round %s%n", number, settings.runs(), shown, round);
    attempt =
        new Attempt(shown, round, ChildRun.start(simulation, results, Map.of("target", target)));
    return Optional.of(attempt);
  }

  /** Collects what a run has left; a second call does nothing. */
  private synchronized void finish(Attempt ended, int code) {
    if (attempt != ended) {
      return;
    }
    attempt = null;
    try {
      ComparedRun run =
          Rounds.read(
              ended.child.folder().orElseThrow(() -> new IOException("it has no run folder")));
      runs.add(run.inRound(ended.round));
      Judgement judgement = run.run().verdict().judgement();
      boolean bad = !judgement.isSuccess() || code != ExitCode.OK.number();
      exitCode = bad && exitCode == ExitCode.OK ? ExitCode.NOT_PASSED : exitCode;
    } catch (IOException e) {
      exitCode = ExitCode.FAILURE;
      System.err.printf(
          "The run of %s, round %s, ended with exit code %s and without a record: %s%n",
          ended.target, ended.round, code, Reason.of(e));
    }
  }

  /** The one shutdown hook. */
  private void end() {
    Attempt underWay;
    synchronized (this) {
      ending = true;
      underWay = attempt;
    }
    if (underWay != null) {
      underWay.child.end();
      finish(underWay, ExitCode.TERMINATED.number());
    }
    store();
  }

  /** Writes the comparison; a second call does nothing. */
  private synchronized ExitCode store() {
    if (!stored) {
      stored = true;
      exitCode = SeriesComparison.store(runs, results) ? exitCode : ExitCode.FAILURE;
    }
    return exitCode;
  }
}
