package fleetpoll.app;

import fleetpoll.fleet.Fleet;
import fleetpoll.process.ExitCode;
import fleetpoll.report.SummaryText;
import fleetpoll.run.Missing;
import fleetpoll.run.Run;
import fleetpoll.server.Target;
import fleetpoll.text.Reason;
import java.time.Duration;
import java.util.Optional;

/**
 * Ends a run in order: the devices end, the record is stored, the target is stopped and the totals
 * are printed last. It does so however the run ends: by its schedule, by a signal, by the death of
 * the process that started it or by a crash of Gatling. Each step is tried by itself, whatever the
 * others have thrown.
 */
final class Ending {

  /** Gatling's report of a long run takes its time, but nobody waits for ever. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Without memory Gatling may never end. */
  private static final Duration SHORT_PATIENCE = Duration.ofSeconds(10);

  private final Target target;
  private final Fleet fleet;
  private final FleetLive live;
  private final RunStore store;
  private final MemoryGuard memory;
  private volatile GatlingThread gatling;

  /** One of the things to do at the end. */
  interface Step {
    void run() throws Exception;
  }

  Ending(Target target, Fleet fleet, FleetLive live, RunStore store, MemoryGuard memory) {
    this.target = target;
    this.fleet = fleet;
    this.live = live;
    this.store = store;
    this.memory = memory;
    Runtime.getRuntime().addShutdownHook(new Thread(this::end, "end of the run"));
  }

  /** Called on Gatling's own thread, before the run. */
  void prepare() {
    gatling = new GatlingThread(Thread.currentThread());
    ParentProcess.endWithIt();
    memory.watch(fleet::interrupt);
  }

  /** Does {@code step}; if it fails, in whatever way, says so. */
  static void attempt(String what, Step step) {
    try {
      step.run();
    } catch (Throwable e) {
      System.err.printf("%s failed: %s%n", what, Reason.of(e));
    }
  }

  /** Stores the run while Gatling still lives. */
  void store() {
    memory.giveUp();
    attempt("To store the record", store::store);
  }

  /** The one shutdown hook: others could be cut short by it, or cut it short. */
  private void end() {
    try {
      attempt("The end of the devices", this::endDevices);
      store();
      attempt("The end of the target", target::close);
      attempt("The end of the metrics", live::close);
      attempt("To keep the target's output", () -> target.log().ifPresent(store::keep));
      attempt("To name the newest run", store::nameLatest);
      attempt("The summary", this::summarise);
    } finally {
      exit();
    }
  }

  private void endDevices() {
    if (store.files().flatMap(RunFiles::run).isEmpty()) {
      fleet.interrupt();
    }
    if (gatling != null) {
      gatling.awaitEnd(memory.shortage().isPresent() ? SHORT_PATIENCE : PATIENCE);
    }
  }

  private void summarise() {
    Optional<RunFiles> files = store.files();
    files
        .flatMap(RunFiles::run)
        .ifPresent(
            run ->
                SummaryText.lines(run, files.get().folder(), GatlingArguments.reports())
                    .forEach(System.out::println));
    files.filter(some -> some.run().isEmpty()).ifPresent(Ending::printMissing);
    boolean hasVerdict = files.flatMap(RunFiles::run).isPresent();
    (hasVerdict ? memory.lateShortage() : memory.shortage()).ifPresent(System.out::println);
    store
        .elsewhere()
        .ifPresent(
            why ->
                System.out.printf(
                    "The record is in %s, and the run does not pass: %s%n",
                    files.get().folder().path(), why));
  }

  private static void printMissing(RunFiles files) {
    files.missing().stream()
        .map(Missing::text)
        .forEach(text -> System.out.println("CAUTION: Missing file " + text));
  }

  /** A hook cannot change the exit code of a JVM that is ending, except by ending it here. */
  private void exit() {
    ExitCode code = ExitCode.NOT_PASSED;
    boolean keepsItsOwn = false;
    try {
      code = code();
      keepsItsOwn = code == ExitCode.OK || gatling == null || gatling.hasEndedOtherwise();
      System.out.flush();
      System.err.flush();
    } finally {
      // Whatever was thrown: an ending that cannot tell is not a success.
      if (!keepsItsOwn) {
        Runtime.getRuntime().halt(code.number());
      }
    }
  }

  private ExitCode code() {
    Optional<RunFiles> files = store.files();
    Optional<Run> run = files.flatMap(RunFiles::run);
    if (run.isEmpty()) {
      return ExitCode.FAILURE;
    }
    boolean passes =
        (run.get().verdict().judgement().isSuccess() || files.get().isWholePart())
            && memory.shortage().isEmpty()
            && files.get().missingEssentials().isEmpty()
            && store.elsewhere().isEmpty();
    return passes ? ExitCode.OK : ExitCode.NOT_PASSED;
  }
}
