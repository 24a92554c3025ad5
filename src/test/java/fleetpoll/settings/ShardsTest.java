package fleetpoll.settings;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.config.Parameter;
import fleetpoll.settings.shard.ShardSettings;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShardsTest {

  private static final String URL = "target=http://127.0.0.1:8000";

  private final Workspace workspace;

  ShardsTest(@TempDir Path directory) {
    workspace = new Workspace(directory);
  }

  private FleetSettings load(String... properties) {
    return workspace.load(with(properties));
  }

  private List<String> problems(String... properties) {
    return workspace.problems(with(properties));
  }

  private static String[] with(String... properties) {
    List<String> all = new ArrayList<>(List.of(URL));
    all.addAll(Arrays.asList(properties));
    return all.toArray(String[]::new);
  }

  @Test
  void oneGeneratorPlaysTheWholeFleetByDefault() {
    workspace.withVariable("JOB_COMPLETION_INDEX", "3").withVariable("SLURM_ARRAY_TASK_ID", "2");

    assertThat(workspace.load().shard()).isEqualTo(ShardSettings.whole(500));
    assertThat(workspace.load().ownDevices()).isEqualTo(500);
  }

  @Test
  void everyDeviceRunsInExactlyOneShardWithTheSameId() {
    List<Identity> whole = load("devices=10").identities();
    for (int index = 0; index < 3; index++) {
      int own = index;
      FleetSettings part = load("devices=10", "shard.count=3", "shard.index=" + index);
      assertThat(part.identities())
          .isEqualTo(
              IntStream.range(0, 10).filter(d -> d % 3 == own).mapToObj(whole::get).toList());
      assertThat(part.ownDevices()).isEqualTo(part.shard().ownDevices());
    }
  }

  @Test
  void aFileOfIdentitiesIsTheWholeFleets() {
    workspace.with("ids.csv", "id,site\na,1\nb,2\nc,3\nd,4\ne,5\nunused,6\n");

    FleetSettings part = load("identities=ids.csv", "devices=5", "shard.count=2", "shard.index=1");

    assertThat(part.identities()).extracting(Identity::id).containsExactly("b", "d");
    assertThat(meaning(part, "identities"))
        .isEqualTo(meaning(load("identities=ids.csv", "devices=5"), "identities"));
  }

  @Test
  void aFileWithSecretsMeansTheSameInEachShard() {
    workspace.with("ids.csv", "id,token\na,1\nb,2\nc,3\n");
    String[] fleet = {"identities=ids.csv", "devices=3"};

    assertThat(meaning(load(fleet[0], fleet[1], "shard.count=2", "shard.index=1"), "identities"))
        .isEqualTo(meaning(load(fleet), "identities"));
  }

  private static String meaning(FleetSettings settings, String key) {
    return parameter(settings, key).normal();
  }

  private static Parameter parameter(FleetSettings settings, String key) {
    return settings.inForce().stream().filter(p -> p.key().equals(key)).findFirst().orElseThrow();
  }

  @Test
  void kubernetesSaysWhichOneThisIs() {
    workspace.withVariable("JOB_COMPLETION_INDEX", "3");

    FleetSettings settings = load("shard.count=4");

    assertThat(settings.shard().index()).isEqualTo(3);
    assertThat(parameter(settings, "shard.index"))
        .isEqualTo(
            new Parameter("shard.index", "3", "the environment's JOB_COMPLETION_INDEX", "3"));
  }

  @Test
  void slurmSaysWhichOneThisIsAndIfAskedHowManyThereAre() {
    workspace
        .withVariable("SLURM_ARRAY_TASK_ID", "2")
        .withVariable("SLURM_ARRAY_TASK_COUNT", "4")
        .withVariable("SLURM_ARRAY_TASK_MIN", "0")
        .withVariable("SLURM_ARRAY_TASK_MAX", "3");

    assertThat(load("shard.count=auto").shard())
        .isEqualTo(new ShardSettings(2, 4, 500, Optional.empty()));
    assertThat(parameter(load("shard.count=auto"), "shard.count").origin())
        .isEqualTo("the environment's SLURM_ARRAY_TASK_COUNT");
  }

  @Test
  void whatIsWrittenComesBeforeTheEnvironment() {
    workspace.withVariable("JOB_COMPLETION_INDEX", "3").withVariable("SLURM_ARRAY_TASK_COUNT", "9");

    assertThat(load("shard.count=4", "shard.index=1").shard().index()).isEqualTo(1);
    assertThat(load("shard.count=4", "shard.index=1").shard().count()).isEqualTo(4);
  }

  @Test
  void theEnvironmentsIndexIsCheckedAsAWrittenOne() {
    workspace.withVariable("JOB_COMPLETION_INDEX", "4");

    assertThat(problems("shard.count=4"))
        .containsExactly(
            "shard.index = 4 (the environment's JOB_COMPLETION_INDEX): must be a whole number from"
                + " 0 to 3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "2", "4"})
  void eachTaskOfAnArrayThatDoesNotBeginAtZeroIsRefused(String task) {
    workspace
        .withVariable("SLURM_ARRAY_TASK_ID", task)
        .withVariable("SLURM_ARRAY_TASK_COUNT", "4")
        .withVariable("SLURM_ARRAY_TASK_MIN", "1")
        .withVariable("SLURM_ARRAY_TASK_MAX", "4");

    assertThat(problems("shard.count=4"))
        .containsExactly(
            "shard.index = "
                + task
                + " (the environment's SLURM_ARRAY_TASK_ID): the array's tasks run to 4, and shards"
                + " are numbered from 0 to 3: sbatch --array=0-3");
  }

  @Test
  void anArrayMayRepeatOneShard() {
    workspace
        .withVariable("SLURM_ARRAY_TASK_ID", "2")
        .withVariable("SLURM_ARRAY_TASK_COUNT", "1")
        .withVariable("SLURM_ARRAY_TASK_MIN", "2")
        .withVariable("SLURM_ARRAY_TASK_MAX", "2");

    assertThat(load("shard.count=4").shard().index()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          shard.count=0  | shard.count = 0 (-Dshard.count): must be a whole number from 1 to 10,000, or auto
          shard.count=auto | shard.count = auto (-Dshard.count): must be a whole number from 1 to 10,000: there is no SLURM_ARRAY_TASK_COUNT in the environment
          shard.count=2  | shard.index = auto (conf/fleet.conf:INDEX): must be a whole number from 0 to 1: there is neither JOB_COMPLETION_INDEX nor SLURM_ARRAY_TASK_ID in the environment
          shard.index=-1 | shard.index = -1 (-Dshard.index): must be a whole number from 0 to 9,999, or auto
          shard.index=1  | shard.index = 1 (-Dshard.index): must be a whole number from 0 to 0: there is one shard
          shard.count=2 shard.index=2 | shard.index = 2 (-Dshard.index): must be a whole number from 0 to 1: there are so many shards
          shard.count=4 shard.index=0 devices=3 | shard.count = 4 (-Dshard.count): must be at most the number of devices, 3 (-Ddevices)
          devices=100001 | devices = 100001 (-Ddevices): must be a whole number from 1 to 100,000
          devices=20000000 shard.count=400 shard.index=0 | devices = 20000000 (-Ddevices): must be a whole number from 1 to 100,000, or with shards to 10,000,000
          devices=200001 shard.count=2 shard.index=0 | devices = 200001 (-Ddevices): must be at most 100,000 in each shard: shard.count must be at least 3
          shard.count=2 shard.index=0 target=embedded | target = embedded (-Dtarget): must be a URL if shard.count is more than 1 (-Dshard.count): each shard would start a server of its own
          shard.count=2 shard.index=0 compare.rounds=3 | compare.rounds = 3 (-Dcompare.rounds): must be 1 if shard.count is more than 1 (-Dshard.count): only whole fleets can be compared
          shard.count=2 shard.index=0 target=http://a,http://b | target = http://a,http://b (-Dtarget): must be one server if shard.count is more than 1 (-Dshard.count): only whole fleets can be compared
          shard.count=2 shard.index=0 baseline=x | baseline = x (-Dbaseline): must be none if shard.count is more than 1 (-Dshard.count): only whole fleets can be compared
          start-at=12:00 | start-at = 12:00 (-Dstart-at): must be an instant with its offset, such as 2026-11-30T09:30:00Z, or none
          start-at=2026-11-30T09:30:00 | start-at = 2026-11-30T09:30:00 (-Dstart-at): must be an instant with its offset, such as 2026-11-30T09:30:00Z, or none
          start-at=2026-11-30T09:30:00Z compare.rounds=2 | start-at = 2026-11-30T09:30:00Z (-Dstart-at): must be none if target names several servers or compare.rounds is more than 1: only one run can start then
          """)
  void whatDoesNotFit(String properties, String problem) {
    String line =
        workspace.load().inForce().stream()
            .filter(p -> p.key().equals("shard.index"))
            .map(p -> p.origin().replaceAll(".*:", ""))
            .findFirst()
            .orElseThrow();

    assertThat(problems(properties.split(" ")))
        .containsExactly(problem.replace(":INDEX)", ":" + line + ")"));
  }

  @Test
  void aFleetOfMillionsHasShards() {
    FleetSettings part = load("devices=1000000", "shard.count=16", "shard.index=15");

    assertThat(part.ownDevices()).isEqualTo(62_500);
    assertThat(part.identities().get(0).id()).isEqualTo("device-0000016");
    assertThat(part.identities().get(62_499).id()).isEqualTo("device-1000000");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-11-30T09:30:00Z", "2026-11-30T10:30:00+01:00"})
  void anInstantHasItsOffset(String text) {
    assertThat(workspace.load("start-at=" + text).shard().startAt())
        .contains(Instant.parse("2026-11-30T09:30:00Z"));
  }

  @Test
  void aFileWritesAnInstantInQuotes() {
    assertThat(workspace.loadProfile("start-at = \"2026-11-30T09:30:00Z\"").shard().startAt())
        .contains(Instant.parse("2026-11-30T09:30:00Z"));
  }
}
