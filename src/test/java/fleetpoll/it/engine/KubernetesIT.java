package fleetpoll.it.engine;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.it.Await;
import fleetpoll.it.GatlingProcess;
import fleetpoll.it.Ledger;
import fleetpoll.process.JavaCommand;
import fleetpoll.run.EndpointTotals;
import fleetpoll.run.Run;
import fleetpoll.run.RunFolder;
import fleetpoll.server.Target;
import fleetpoll.settings.EmbeddedSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The manifests on a real cluster, by the commands that the documentation shows. */
@Tag("engines")
class KubernetesIT {

  private static final int SHARDS = 4;

  /** In which four pods with half a core each have certainly started on a busy machine. */
  private static final String SECONDS_AHEAD = "50";

  private static Cluster cluster;
  private static Target target;

  @TempDir private Path folder;
  private Path results;

  @BeforeAll
  static void start(@TempDir Path images) throws Exception {
    cluster = Cluster.start();
    Path archive = images.resolve("image.tar");
    try (Image image = Image.build(images)) {
      image.save(archive);
    }
    cluster.load(archive);
    target = Target.embedded(new EmbeddedSettings(1, List.of("-Xmx64m"), List.of()), line -> {});
  }

  @AfterAll
  static void end() throws Exception {
    if (target != null) {
      target.close();
    }
    if (cluster != null) {
      cluster.close();
    }
  }

  @BeforeEach
  void makeVolume() throws IOException {
    results = Files.createDirectory(folder.resolve("results"));
    Files.setPosixFilePermissions(results, PosixFilePermissions.fromString("rwxrwxrwx"));
  }

  @AfterEach
  void removeAll() throws Exception {
    String ours = "--selector=app.kubernetes.io/name=fleetpoll";
    cluster.kubectl("delete", "jobs,pods,configmaps,networkpolicies,persistentvolumeclaims", ours);
    cluster.kubectl("delete", "configmap", "fleetpoll-start");
    Command.of("rm", "-rf", results.toString()).run();
  }

  private Overlay overlay(String duration) throws IOException {
    return overlay(duration, "");
  }

  private Overlay overlay(String duration, String more) throws IOException {
    List<String> settings =
        List.of(
            "target = \"%s\"".formatted(target.uri()),
            "devices = 20",
            "slo.success = 50%",
            "duration = " + duration);
    return Overlay.write(folder.resolve("overlay"), results, settings, more);
  }

  /** Starts the shards and says at which instant they begin. */
  private String applied(Overlay overlay) throws Exception {
    cluster.kubectl("apply", "--validate=strict", "-k", overlay.folder().toString()).succeeded();
    Command.Result started =
        cluster.command(Overlay.BASE.resolve("start").toString(), SECONDS_AHEAD).run();
    assertThat(started.exitCode()).as(started.output() + described()).isZero();
    return cluster
        .kubectl("get", "configmap", "fleetpoll-start", "--output=jsonpath={.data.at}")
        .succeeded();
  }

  /** However the Job ends, by the very command that the documentation shows. */
  private void awaitShards(String condition) throws Exception {
    String command =
        Files.readAllLines(Path.of("README.md")).stream()
            .filter(line -> line.startsWith("    until kubectl"))
            .findFirst()
            .orElseThrow();
    Command.Result result = cluster.command("timeout", "240", "bash", "-c", command).run();
    assertThat(result.output()).as(result.output() + described()).contains(condition);
    assertThat(result.exitCode()).isZero();
  }

  private String described() throws Exception {
    return cluster.kubectl("describe", "jobs,pods").output()
        + cluster
            .kubectl("logs", "--prefix", "--tail=40", "-l", "app.kubernetes.io/name=fleetpoll")
            .output();
  }

  private Command.Result merged(String condition) throws Exception {
    cluster
        .kubectl("patch", "job", "fleetpoll-merge", "--patch", "{\"spec\":{\"suspend\":false}}")
        .succeeded();
    Command.Result result =
        cluster.kubectl(
            "wait", "--for=condition=" + condition, "--timeout=120s", "job/fleetpoll-merge");
    assertThat(result.exitCode()).as(result.output() + described()).isZero();
    return cluster.kubectl("logs", "job/fleetpoll-merge");
  }

  @Test
  void fourShardsPollOneTargetAndTheMergeEndsWithTheVerdict() throws Exception {
    String start = applied(overlay("5s"));
    awaitShards("Complete");
    for (int shard = 0; shard < SHARDS; shard++) {
      Path own = results.resolve(start).resolve("shard-" + shard);
      Run run = GatlingProcess.findRunFolder(own).orElseThrow().run();
      assertThat(run.devices()).hasSize(5);
      assertThat(run.shard().index()).isEqualTo(shard);
    }

    assertThat(merged("complete").succeeded()).contains("Verdict: PASS");

    RunFolder whole = new RunFolder(results.resolve(start).resolve("merged"));
    assertThat(whole.run().devices()).hasSize(20);
    assertThat(whole.run().endpoints())
        .extracting(EndpointTotals::planned)
        .containsExactly(200L, 20L);
    new Ledger(whole).balances();
    Path page = whole.path().resolve("devices.html");
    Files.delete(page);
    List<String> report = List.of("report", whole.path().toString());
    Command.of(new JavaCommand(List.of(), "fleetpoll.cli.Fleetpoll", report).words())
        .run()
        .succeeded();
    assertThat(page).content().contains("device-0020");
  }

  @Test
  void aPodDeletedInTheMiddleFailsTheJobAndTheMergeNamesTheMissingDevices() throws Exception {
    String start = applied(overlay("60s"));
    Path second = results.resolve(start).resolve("shard-2");
    Await.until(
        () ->
            Instant.now().isAfter(Instant.parse(start).plusSeconds(2))
                && GatlingProcess.findRunFolder(second).isPresent(),
        () -> "shard 2 polls");
    cluster
        .kubectl("delete", "pod", "-l", "batch.kubernetes.io/job-completion-index=2")
        .succeeded();
    awaitShards("Failed");

    Command.Result merge = merged("failed");

    // The Job ended the others, too: each is named with its own devices and no other's.
    List<String> lines = merge.output().lines().filter(line -> line.contains("missing")).toList();
    assertThat(lines).hasSize(SHARDS);
    for (int shard = 0; shard < SHARDS; shard++) {
      String devices =
          "5 devices are missing: device-%04d, device-%04d, device-%04d . device-%04d\\."
              .formatted(shard + 1, shard + 5, shard + 9, shard + 17);
      assertThat(lines.get(shard))
          .matches(
              "Cannot merge: .*/shard-%d/.* was interrupted after .*, so ".formatted(shard)
                  + devices);
    }
    assertThat(results.resolve(start).resolve("merged")).doesNotExist();
  }

  @Test
  void aFieldThatKubernetesDoesNotKnowIsRefused() throws Exception {
    Overlay wrong =
        overlay(
            "5s",
            """
              - target: {kind: Job}
                patch: |
                  - {op: add, path: /spec/backofLimit, value: 1}
            """);
    Command.Result result =
        cluster.kubectl(
            "apply", "--dry-run=server", "--validate=strict", "-k", wrong.folder().toString());

    assertThat(result.exitCode()).isNotZero();
    assertThat(result.output()).contains("unknown field \"spec.backofLimit\"");
  }

  @Test
  void theManifestsKeepTheRestrictedPodSecurityStandard() throws Exception {
    String warn = "pod-security.kubernetes.io/warn=restricted";
    cluster.kubectl("label", "--overwrite", "namespace", "default", warn).succeeded();
    try {
      assertThat(dryRun(Overlay.BASE)).doesNotContain("would violate");
      assertThat(dryRun(overlay("5s").folder())).contains("would violate", "hostNetwork=true");
    } finally {
      cluster.kubectl("label", "namespace", "default", warn.split("=")[0] + "-").succeeded();
    }
  }

  private static String dryRun(Path folder) throws Exception {
    return cluster
        .kubectl("apply", "--dry-run=server", "--validate=strict", "-k", folder.toString())
        .succeeded();
  }
}
