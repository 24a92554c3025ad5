package fleetpoll.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fleetpoll.capacity.search.Goal;
import fleetpoll.config.Parameter;
import fleetpoll.settings.capacity.CapacitySettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CapacitySettingsTest {

  @TempDir Path directory;
  private Workspace workspace;

  @BeforeEach
  void workspace() {
    workspace = new Workspace(directory);
  }

  @Test
  void defaultsAreThoseOfTheFileAndTheFleetIsTheLargestTrial() {
    FleetSettings settings = load();
    CapacitySettings search = settings.capacity().orElseThrow();

    assertThat(search.goal()).isEqualTo(new Goal(50, 10_000, 0.05, 3, 1.0 / 3));
    assertThat(search.trial()).isEqualTo(Duration.ofSeconds(30));
    assertThat(search.warmUpRamp()).isEqualTo(Duration.ofMillis(2_500));
    assertThat(search.budget()).isEqualTo(Duration.ofHours(1));
    assertThat(search.coolDown()).isEqualTo(Duration.ofSeconds(5));
    assertThat(search.resume()).isEmpty();
    assertThat(settings.ownDevices()).isEqualTo(10_000);
    assertThat(settings.duration()).isEqualTo(Duration.ofSeconds(30));
    assertThat(search.inForce())
        .extracting(Parameter::key)
        .startsWith("capacity.from", "capacity.to", "capacity.width")
        .endsWith("capacity.cool-down", "capacity.resume");
    assertThat(search.inForce().get(0).origin()).startsWith("conf/capacity.conf:");
  }

  @Test
  void aTrialIsAnOrdinaryRunWithoutARamp() {
    Map<String, String> trial =
        load("warm-up-ramp=1 s").capacity().orElseThrow().trial(7, "http://127.0.0.1:9/");
    FleetSettings run = SettingsLoader.load(trial, directory);

    assertThat(run.ownDevices()).isEqualTo(7);
    assertThat(run.duration()).isEqualTo(Duration.ofSeconds(30));
    assertThat(run.ramp()).isZero();
    assertThat(run.warmUpRamp()).isEqualTo(Duration.ofSeconds(1));
    assertThat(run.comparison().targets()).containsExactly("http://127.0.0.1:9/");
    assertThat(run.capacity()).isEmpty();
  }

  @Test
  void aProfileServesASearchAndARun() {
    String profile = "devices = 7, duration = 1 m, ramp = 1 m, capacity { to = 99, budget = 2 h }";
    FleetSettings run = workspace.loadProfile(profile);
    FleetSettings largest = load("profile=./p.conf");

    assertThat(run.ownDevices()).isEqualTo(7);
    assertThat(largest.ownDevices()).isEqualTo(99);
    assertThat(largest.ramp()).isZero();
    assertThat(largest.capacity().orElseThrow().budget()).isEqualTo(Duration.ofHours(2));
  }

  @Test
  void aGroupHasNoValue() {
    assertThat(problems("capacity=5000", "server=http://10.0.0.5:8000"))
        .containsExactly(
            "capacity = 5000 (-Dcapacity): is a group of parameters: capacity.from, capacity.to,"
                + " capacity.width, capacity.trial, capacity.trials, capacity.exceed,"
                + " capacity.budget, capacity.cool-down, capacity.resume",
            "server = http://10.0.0.5:8000 (-Dserver): is a group of parameters: server.pid,"
                + " server.metrics");
  }

  @Test
  void aRunKnowsWhatItsCommandLineBelongsTo() {
    assertThat(workspace.problems("capacity.to=99", "capacity.form=1"))
        .containsExactly(
            "capacity.form (-Dcapacity.form): belongs to a search for a capacity:"
                + " -Dgatling.simulationClass=fleetpoll.simulation.CapacitySimulation",
            "capacity.to (-Dcapacity.to): belongs to a search for a capacity:"
                + " -Dgatling.simulationClass=fleetpoll.simulation.CapacitySimulation");
  }

  @Test
  void aSearchKnowsItsOwnKeys() {
    assertThat(problems("capacity.form=60", "cool-down=1 s"))
        .containsExactly(
            "capacity.form (-Dcapacity.form): unknown; did you mean capacity.from?",
            "cool-down (-Dcool-down): unknown; did you mean capacity.cool-down or"
                + " compare.cool-down?");
  }

  @Test
  void oneMachineIsNotThatOfServersOfSeveralHosts() {
    assertThat(problems("target=embedded,http://h:1", "server.metrics=http://h:9100/metrics"))
        .containsExactly(
            "server.metrics = http://h:9100/metrics (-Dserver.metrics): must be none if target"
                + " names servers of several hosts: the figures are those of one");
  }

  @Test
  void oneMessageHasAllProblems() {
    assertThat(
            problems(
                "capacity.from=100",
                "capacity.to=100",
                "capacity.width=0%",
                "capacity.trials=2",
                "capacity.budget=30 s",
                "slo.success=none",
                "slo.missed=none",
                "devices=5",
                "duration=1 m",
                "ramp=1 s",
                "compare.rounds=2",
                "interval=0"))
        .extracting(problem -> problem.substring(0, problem.indexOf(' ')))
        .containsExactlyInAnyOrder(
            "capacity.from",
            "capacity.width",
            "capacity.trials",
            "capacity.budget",
            "slo",
            "devices",
            "duration",
            "ramp",
            "compare.rounds",
            "interval");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "capacity.from=10000 | must be less than to, 10000 (conf/capacity.conf:",
        "capacity.to=100001 | must be a whole number from 1 to 100,000",
        "capacity.width=0% | must be more than 0%: no two sizes are closer than one device",
        "capacity.width=5 | must be a percentage from 0% to 100%",
        "capacity.trials=2 | must be at least 3, so that one trial may fail if exceed is 1/3",
        "capacity.trials=1 | must be at least 3, so that one trial may fail if exceed is 1/3",
        "capacity.exceed=1/4 | must be at least 4, so that one trial may fail if exceed is 1/4",
        "capacity.exceed=1 | must be a share from 0 to less than 1: 0, 1/3 or 0.25",
        "capacity.exceed=3/0 | must be a share from 0 to less than 1: 0, 1/3 or 0.25",
        "capacity.trials=1,capacity.exceed=0,capacity.budget=41 s | must be at least 42 s, the"
            + " shortest",
        "capacity.budget=1 m | must be at least 88 s, the shortest search: 2 trials of 41 s",
        "slo.success=none,slo.missed=none | at least one level must be set",
        "devices=5 | the search decides: set capacity.from and capacity.to instead",
        "duration=5 m | a trial's duration is capacity.trial: set that instead",
        "ramp=5 s | set warm-up-ramp instead",
        "warm-up=0s | must be more than 0 s: the devices of a trial connect in it",
        "warm-up-ramp=3 s | must be at most half of the warm-up, 5 s",
        "baseline=. | must be none: an earlier run says nothing about trials of other sizes",
        "shard.count=2,shard.index=0,target=http://127.0.0.1:9/ | must be 1: a trial is a whole",
        "compare.rounds=3 | must be 1: capacity.trials says how often to repeat",
        "identities=few.csv | must have a row for each of 10,000 devices (conf/capacity.conf:"
      })
  void isOneProblem(String properties, String problem) {
    workspace.with("few.csv", "id\na\nb\n");
    assertThat(problems(properties.split(","))).singleElement().asString().contains(problem);
  }

  @ParameterizedTest
  @CsvSource({"1,0", "2,0", "2,1/2", "4,0.25", "3,1/3", "10,1/3"})
  void trialsTellAnExceedRatioApart(String trials, String exceed) {
    Goal goal =
        load("capacity.trials=" + trials, "capacity.exceed=" + exceed)
            .capacity()
            .orElseThrow()
            .goal();
    assertThat(goal.mayFail()).isLessThan(goal.trials());
  }

  @Test
  void theShortestSearchIsLongerForSeveralTargets() {
    assertThat(problems("target=http://127.0.0.1:8,http://127.0.0.1:9", "capacity.budget=2 m"))
        .singleElement()
        .asString()
        .contains("must be at least 180 s, the shortest search: 4 trials of 41 s");
  }

  private FleetSettings load(String... properties) {
    return load(Workspace.asMap(properties));
  }

  private FleetSettings load(Map<String, String> properties) {
    return SettingsLoader.loadCapacity(
        new HashMap<>(properties), directory, SettingsLoader.Experts.NONE);
  }

  private List<String> problems(String... properties) {
    InvalidSettings[] thrown = new InvalidSettings[1];
    assertThatExceptionOfType(InvalidSettings.class)
        .isThrownBy(() -> load(properties))
        .satisfies(e -> thrown[0] = e);
    return thrown[0].getMessage().lines().skip(1).map(String::strip).toList();
  }
}
