package fleetpoll.app;

import fleetpoll.fleet.Fleet;
import fleetpoll.process.ExitCode;
import fleetpoll.report.SummaryText;
import fleetpoll.run.Run;
import fleetpoll.server.Target;
import java.util.Optional;

/**
 * Ends a run in order: the devices end, the record is stored, the target is stopped and the totals
 * are printed last. It does so however the run ends: by its schedule, by a signal, by the death of
 * the process that started it or by a crash of Gatling.
 */
final class Ending {

  private final Target target;
  private final Fleet fleet;
  private final FleetLive live;
  private final RunStore store;
  private volatile GatlingThread gatling;

  Ending(Target target, Fleet fleet, FleetLive live, RunStore store) {
    this.target = target;
    this.fleet = fleet;
    this.live = live;
    this.store = store;
    Runtime.getRuntime().addShutdownHook(new Thread(this::end, "end of the run"));
  }

  /** Called on Gatling's own thread, before the run. */
  void prepare() {
    gatling = new GatlingThread(Thread.currentThread());
    ParentProcess.endWithIt();
  }

  /** The one shutdown hook: others could be cut short by it, or cut it short. */
  private void end() {
    if (store.stored().isEmpty()) {
      fleet.interrupt();
    }
    if (gatling != null) {
      gatling.awaitEnd();
    }
    store.store();
    target.close();
    live.close();
    target.log().ifPresent(store::keep);
    store.nameLatest();
    Optional<Run> run = store.stored();
    run.map(stored -> SummaryText.lines(stored, store.folder().orElseThrow()))
        .ifPresent(lines -> lines.forEach(System.out::println));
    exit(run.map(Ending::code).orElse(ExitCode.FAILURE));
  }

  private static ExitCode code(Run run) {
    return run.verdict().judgement().isSuccess() ? ExitCode.OK : ExitCode.NOT_PASSED;
  }

  /** A hook cannot change the exit code of a JVM that is ending, except by ending it here. */
  private void exit(ExitCode code) {
    System.out.flush();
    System.err.flush();
    if (gatling != null && gatling.hasEndedRegularly() && code != ExitCode.OK) {
      Runtime.getRuntime().halt(code.number());
    }
  }
}
