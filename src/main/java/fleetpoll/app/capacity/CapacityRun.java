package fleetpoll.app.capacity;

import fleetpoll.app.FleetRun;
import fleetpoll.app.GatlingArguments;
import fleetpoll.app.Obstacles;
import fleetpoll.app.OwnProcess;
import fleetpoll.capacity.Budget;
import fleetpoll.capacity.Capacity;
import fleetpoll.capacity.CapacityFolder;
import fleetpoll.capacity.Claim;
import fleetpoll.capacity.ClaimedLevel;
import fleetpoll.capacity.SearchPlan;
import fleetpoll.capacity.Searches;
import fleetpoll.config.Parameter;
import fleetpoll.gatling.GatlingRelease;
import fleetpoll.process.ExitCode;
import fleetpoll.process.OwnJvm;
import fleetpoll.run.Versions;
import fleetpoll.schedule.Limits;
import fleetpoll.settings.FleetSettings;
import fleetpoll.settings.InvalidSettings;
import fleetpoll.settings.SettingsLoader;
import fleetpoll.settings.capacity.CapacitySettings;
import fleetpoll.text.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A search for a capacity, in a process that Gatling has started. */
public final class CapacityRun {

  private final FleetSettings largest;
  private final CapacitySettings settings;
  private final Map<String, String> properties;
  private final TrialParameters parameters;
  private final SearchPlan plan;
  private final List<String> targets;

  private CapacityRun(FleetSettings largest, Map<String, String> properties) {
    this.largest = largest;
    this.settings = largest.capacity().orElseThrow();
    this.properties = properties;
    this.plan = SearchPlan.of(largest);
    this.parameters = new TrialParameters(largest);
    this.targets = largest.comparison().targets();
  }

  /**
   * Makes the search that the settings describe and ends the JVM; Gatling itself has nothing to
   * run.
   *
   * @param simulation the one whose runs are the trials
   */
  public static void runAndExit(Class<?> simulation) {
    System.exit(run(simulation).number());
  }

  private static ExitCode run(Class<?> simulation) {
    Map<String, String> properties = OwnJvm.properties();
    try {
      OwnProcess.check();
      FleetSettings largest =
          SettingsLoader.loadCapacity(properties, Path.of(""), FleetRun.EXPERTS);
      return new CapacityRun(largest, properties).search(simulation);
    } catch (InvalidSettings e) {
      System.err.println(e.getMessage());
      SearchObstacles.besides(properties).forEach(problem -> System.err.println("  " + problem));
      return ExitCode.BAD_INPUT;
    } catch (IOException | IllegalStateException e) {
      System.err.println("The search failed: " + Reason.of(e));
      return ExitCode.FAILURE;
    }
  }

  private ExitCode search(Class<?> simulation) throws IOException {
    Obstacles obstacles = new Obstacles();
    Optional<Capacity> before =
        settings
            .resume()
            .flatMap(path -> new CapacityResume(path).read(targets, inForce(), obstacles));
    plan.lines().forEach(System.out::println);
    plan.obstacles(Limits.ofThisProcess()).forEach(obstacles::add);
    obstacles.addMachine(largest);
    for (String target : targets) {
      obstacles.addServer(
          FleetRun.load(parameters.over(properties, target, settings.goal().from())));
    }
    Optional<CapacityLive> live =
        obstacles.listen(largest.live(), () -> CapacityLive.listen(largest.live()));
    obstacles.refuse();
    Searches searches =
        new Searches(settings.goal(), targets, before.map(Capacity::trials).orElse(List.of()));
    Budget budget = budget(before);
    CapacityStore store = store(before, searches, budget);
    if (before.isPresent()) {
      store.tellAgain();
    }
    CapacityTrials trials =
        new CapacityTrials(simulation, parameters, plan, searches, budget, store);
    live.orElseThrow().serve(targets, searches, trials::underWay);
    return trials.run();
  }

  private Budget budget(Optional<Capacity> before) {
    double spentS = before.map(Capacity::spentS).orElse(0.0);
    return new Budget(
        settings.budget(),
        Duration.ofMillis(Math.round(spentS * 1_000)),
        plan.trial().minus(parameters.schedule()),
        System::nanoTime);
  }

  private CapacityStore store(Optional<Capacity> before, Searches searches, Budget budget)
      throws IOException {
    Instant start = before.map(Capacity::start).orElseGet(Instant::now);
    CapacityFolder folder =
        settings
            .resume()
            .map(CapacityFolder::new)
            .orElse(CapacityFolder.in(GatlingArguments.results(), start));
    return new CapacityStore(
        folder,
        before.map(Capacity::id).orElse(folder.path().getFileName().toString()),
        start,
        claim(),
        Versions.ofThisProcess(GatlingRelease.version()),
        inForce(),
        searches,
        budget);
  }

  private Claim claim() {
    return new Claim(
        settings.goal(),
        settings.trial().toMillis() / 1e3,
        settings.budget().toMillis() / 1e3,
        largest.verdict().levels().stream().map(ClaimedLevel::of).toList());
  }

  private List<Parameter> inForce() {
    return Stream.concat(largest.inForce().stream(), settings.inForce().stream()).toList();
  }
}
