package fleetpoll.it.engine;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.it.GatlingProcess;
import fleetpoll.it.Ledger;
import fleetpoll.run.EndpointTotals;
import fleetpoll.run.Run;
import fleetpoll.run.RunFolder;
import fleetpoll.server.Target;
import fleetpoll.settings.EmbeddedSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The array of shards and the merge that depends on it. */
@Tag("engines")
class SlurmIT {

  private static final int SHARDS = 4;
  private static final int SECONDS_AHEAD = 60;

  @TempDir Path folder;

  @Test
  void anArrayOfFourAndItsMergeEndWithTheVerdict() throws Exception {
    Path results = folder.resolve("results");
    Path profile = folder.resolve("fleet.conf");
    String lenient = GatlingProcess.LENIENT.stream().collect(Collectors.joining("\n"));
    Files.writeString(profile, lenient + "\ndevices = 20\nduration = 5 s\nslo.success = 50%\n");
    String start =
        Instant.now().plusSeconds(SECONDS_AHEAD).truncatedTo(ChronoUnit.SECONDS).toString();
    try (Slurm slurm = Slurm.start(Files.createDirectory(folder.resolve("slurm")));
        Target target =
            Target.embedded(new EmbeddedSettings(1, List.of("-Xmx64m"), List.of()), line -> {})) {
      Command.Result result =
          slurm
              .command("src/main/deploy/slurm/fleet", results.toString(), profile.toString())
              .and("-Dtarget=" + target.uri())
              .with("START_AT", start)
              .with("SHARDS", Integer.toString(SHARDS))
              .run();
      assertThat(result.exitCode()).as("%s%s", result.output(), printed(results)).isZero();
    }

    for (int shard = 0; shard < SHARDS; shard++) {
      Run run = GatlingProcess.findRunFolder(results.resolve("shard-" + shard)).orElseThrow().run();
      assertThat(run.shard().index()).isEqualTo(shard);
    }
    RunFolder merged = new RunFolder(results.resolve("merged"));
    Run whole = new Ledger(merged).balances().folder().run();
    assertThat(whole.devices()).hasSize(20);
    assertThat(whole.endpoints()).extracting(EndpointTotals::planned).containsExactly(200L, 20L);
    assertThat(results.resolve("merge.txt")).content().contains("Verdict: PASS");
  }

  private static String printed(Path results) throws Exception {
    return Command.of("sh", "-c", "tail -n 50 " + results + "/*.txt").run().output();
  }
}
