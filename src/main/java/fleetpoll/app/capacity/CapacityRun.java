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
import fleetpoll.settings.capacity.SearchTime;
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
    this.targets = parameters.targets();
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
      SearchObstacles.lines(properties).forEach(System.err::println);
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
            .flatMap(
                path -> new CapacityResume(path).read(targets, versions(), inForce(), obstacles));
    plan.lines().forEach(System.out::println);
    obstacles.addAlike(largest);
    plan.tooLarge(Limits.ofThisProcess()).forEach(obstacles::add);
    plan.tooSmall().forEach(obstacles::add);
    obstacles.addMachine(largest);
    for (String target : targets) {
      obstacles.addServer(
          FleetRun.load(parameters.over(properties, target, settings.goal().from())));
    }
    Optional<CapacityLive> live =
        obstacles.listen(largest.live(), () -> CapacityLive.listen(largest.live()));
    obstacles.refuse();
    Instant start = before.map(Capacity::start).orElseGet(Instant::now);
    CapacityFolder folder = folder(start);
    Searches searches =
        new Searches(settings.goal(), targets, before.map(Capacity::trials).orElse(List.of()));
    Budget budget = budget(before);
    CapacityStore store = store(folder, start, before, searches, budget);
    if (before.isPresent()) {
      store.tellAgain();
    }
    CapacityTrials trials =
        new CapacityTrials(
            next -> TrialRun.start(next, simulation, parameters, folder),
            plan,
            searches,
            budget,
            store);
    live.orElseThrow().serve(targets, searches, trials::underWay);
    return new CapacityProcess(trials).run();
  }

  private Budget budget(Optional<Capacity> before) {
    double spentS = before.map(Capacity::spentS).orElse(0.0);
    return new Budget(
        settings.budget(),
        Duration.ofMillis(Math.round(spentS * 1_000)),
        SearchTime.OVERHEAD,
        System::nanoTime);
  }

  /** That of the search that goes on, which this process has already taken, or a new one. */
  private CapacityFolder folder(Instant start) throws IOException {
    if (settings.resume().isPresent()) {
      return new CapacityFolder(settings.resume().get());
    }
    CapacityFolder folder = CapacityFolder.in(GatlingArguments.results(), start);
    SearchLock.take(folder);
    return folder;
  }

  private CapacityStore store(
      CapacityFolder folder,
      Instant start,
      Optional<Capacity> before,
      Searches searches,
      Budget budget) {
    return new CapacityStore(
        folder,
        before.map(Capacity::id).orElse(folder.path().getFileName().toString()),
        start,
        claim(),
        versions(),
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

  private static Versions versions() {
    return Versions.ofThisProcess(GatlingRelease.version());
  }

  private List<Parameter> inForce() {
    return Stream.concat(largest.inForce().stream(), settings.inForce().stream()).toList();
  }
}
