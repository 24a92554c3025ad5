package fleetpoll.app;

import fleetpoll.compare.Baseline;
import fleetpoll.fleet.Fleet;
import fleetpoll.gatling.BodyCheck;
import fleetpoll.gatling.DeviceIdentity;
import fleetpoll.gatling.DevicePolls;
import fleetpoll.process.ExitCode;
import fleetpoll.process.OwnJvm;
import fleetpoll.report.plan.PlanText;
import fleetpoll.schedule.Limits;
import fleetpoll.schedule.Plan;
import fleetpoll.server.Behavior;
import fleetpoll.server.Target;
import fleetpoll.settings.FleetSettings;
import fleetpoll.settings.InvalidSettings;
import fleetpoll.settings.SettingsLoader;
import fleetpoll.text.Reason;
import fleetpoll.watch.Liveness;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A fleet's run as a simulation sees it: prepared from the settings in the simulation's
 * constructor, begun and ended in the simulation's hooks, and stored however it ends.
 */
public final class FleetRun {

  /** They know what settings alone cannot. */
  public static final SettingsLoader.Experts EXPERTS =
      new SettingsLoader.Experts(Behavior::parse, BodyCheck::checkPath, Liveness::isAlive);

  private final FleetSettings settings;
  private final Fleet fleet;
  private final RunRecord record;
  private final RunStore store;
  private final Ending ending;

  private FleetRun(
      FleetSettings settings,
      Optional<Baseline> baseline,
      Target target,
      FleetWatch watch,
      FleetLive live,
      RunDirectory directory) {
    MemoryGuard memory = new MemoryGuard();
    this.settings = settings;
    Checkpoints checkpoints = new Checkpoints(this::record);
    this.fleet =
        new Fleet(
            settings,
            DeviceHttp.engine(settings, target.uri()),
            watch,
            live,
            checkpoints,
            Watchdog.ofThisProcess(this::fleet, settings),
            memory);
    watch.follow(fleet);
    RunJudge judge = new RunJudge(settings, fleet.recorder(), baseline, memory);
    this.record =
        new RunRecord(
            UUID.randomUUID().toString(),
            directory,
            target.uri(),
            TargetCheck.versions(target, settings.masks()),
            fleet,
            watch,
            live,
            judge);
    this.store = new RunStore(record, checkpoints);
    this.ending = new Ending(target, fleet, live, store, memory);
    live.serve(fleet.recorder());
  }

  /**
   * Loads and checks the settings, prints the plan and starts the target. If one of these fails,
   * prints why and ends the JVM: an exception would reach the user as a stack trace.
   *
   * @param simulation the one after whose class Gatling names the run's folder
   */
  public static FleetRun prepare(Class<?> simulation) {
    try {
      OwnProcess.check();
      Map<String, String> properties = OwnJvm.properties();
      FleetSettings settings = load(properties);
      Optional<Baseline> baseline = EarlierRun.read(settings);
      if (settings.comparison().runs() > 1) {
        throw compare(settings, properties, simulation);
      }
      RunDirectory directory = RunDirectory.ofThisProcess(simulation);
      FleetLive live = announce(settings, directory);
      Target target = TargetCheck.start(settings);
      preflight(settings);
      FleetWatch watch = new FleetWatch(settings, target);
      System.out.println(PlanText.server(watch.finding()));
      baseline = baseline.map(run -> EarlierRun.alike(run, settings, target, watch));
      return new FleetRun(settings, baseline, target, watch, live, directory);
    } catch (InvalidSettings e) {
      throw Exit.with(ExitCode.BAD_INPUT, e.getMessage());
    } catch (IllegalStateException e) {
      throw Exit.with(ExitCode.FAILURE, e.getMessage());
    }
  }

  private Fleet fleet() {
    return fleet;
  }

  private RunRecord record() {
    return record;
  }

  private static void preflight(FleetSettings settings) {
    Obstacles obstacles = new Obstacles();
    obstacles.addClosed(settings);
    obstacles.refuse();
  }

  /**
   * The settings of a fleet, with what only others know checked.
   *
   * @throws InvalidSettings naming everything that is wrong
   */
  public static FleetSettings load(Map<String, String> properties) {
    return SettingsLoader.load(properties, Path.of(""), EXPERTS);
  }

  /** Other processes make the runs of a comparison: this one has nothing to measure. */
  private static Error compare(
      FleetSettings settings, Map<String, String> properties, Class<?> simulation) {
    PlanText.comparison(settings).forEach(System.out::println);
    Obstacles obstacles = new Obstacles();
    obstacles.addMachine(settings, Plan.of(settings), Limits.ofThisProcess());
    listen(settings, RunDirectory.ofThisProcess(simulation), obstacles).ifPresent(FleetLive::close);
    obstacles.addAlike(settings);
    obstacles.addServers(properties, settings.comparison().targets());
    obstacles.refuse();
    try {
      System.exit(new Series(settings, simulation).run().number());
    } catch (IOException e) {
      throw Exit.with(
          ExitCode.FAILURE, "The runs of the comparison cannot be made: " + Reason.of(e));
    }
    return new AssertionError("the JVM has ended");
  }

  /** Prints the plan and, in one message, every obstacle to it. */
  private static FleetLive announce(FleetSettings settings, RunDirectory directory) {
    Plan plan = Plan.of(settings);
    Limits limits = Limits.ofThisProcess();
    PlanText.lines(plan, limits, settings).forEach(System.out::println);
    Obstacles obstacles = new Obstacles();
    obstacles.addMachine(settings, plan, limits);
    Optional<FleetLive> live = listen(settings, directory, obstacles);
    obstacles.refuse();
    return live.orElseThrow();
  }

  private static Optional<FleetLive> listen(
      FleetSettings settings, RunDirectory directory, Obstacles obstacles) {
    return obstacles.listen(settings.live(), () -> new FleetLive(settings, directory));
  }

  /** How many virtual users the simulation injects, all at once; each waits for its own start. */
  public int devices() {
    return settings.ownDevices();
  }

  /** What a virtual user does as a device, from its first tick to its last. */
  public DevicePolls polls() {
    return new DevicePolls(fleet, store::open);
  }

  /** What a virtual user may do before: take the identity of its device into its session. */
  public DeviceIdentity identity() {
    return new DeviceIdentity(settings.identities());
  }

  /** Where the requests go, as a base URL: what a virtual user does before goes there, too. */
  public String target() {
    return record.target().toString();
  }

  /** For the simulation's {@code before()}. */
  public void begin() {
    ending.prepare();
  }

  /** For the simulation's {@code after()}: stores the run. */
  public void end() {
    ending.store();
  }
}
