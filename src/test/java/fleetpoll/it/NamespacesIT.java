package fleetpoll.it;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.process.JavaCommand;
import fleetpoll.run.EndpointTotals;
import fleetpoll.run.Run;
import fleetpoll.run.RunFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Four shards, each on a machine of its own, poll a server on a fifth. */
class NamespacesIT {

  private static final int SHARDS = 4;

  /**
   * A shard is ready after some five times of what a server takes to start, and shares the machine
   * with the three others; it waits for what is left.
   */
  private static final int STARTS_AHEAD = 15;

  /** Other tests may begin to load the machine when the server has started already. */
  private static final Duration LEAST_AHEAD = Duration.ofSeconds(20);

  @TempDir Path folder;

  @Test
  void shardsOnFourMachinesAreOneRun() throws Exception {
    List<GatlingProcess> shards = new ArrayList<>();
    try (Namespaces machines = Namespaces.assume(SHARDS)) {
      Instant before = Instant.now();
      Process server =
          cli(machines.server(), "serve", "--host", Namespaces.SERVER, "--port", "8000");
      try {
        Path printed = folder.resolve("serve.txt");
        Await.until(
            () -> Files.readString(printed).contains("listening on"), () -> "the server listens");
        Instant now = Instant.now();
        Duration ahead = Duration.between(before, now).multipliedBy(STARTS_AHEAD);
        ahead = ahead.compareTo(LEAST_AHEAD) < 0 ? LEAST_AHEAD : ahead;
        // Part of a second less does no harm.
        String start = now.plus(ahead).truncatedTo(ChronoUnit.SECONDS).toString();
        for (int shard = 0; shard < SHARDS; shard++) {
          Path own = Files.createDirectory(folder.resolve("shard-" + shard));
          shards.add(
              GatlingProcess.start(
                  machines.client(shard),
                  own,
                  "target=http://%s:8000".formatted(Namespaces.SERVER),
                  "devices=20",
                  "duration=5s",
                  "slo.success=50%",
                  "warm-up=1s",
                  "start-at=" + start,
                  "shard.count=" + SHARDS,
                  "shard.index=" + shard));
        }
        for (GatlingProcess shard : shards) {
          assertThat(shard.exitCode()).as("its record is whole: %s", shard).isZero();
        }
      } finally {
        shards.forEach(GatlingProcess::close);
        server.destroy();
        server.waitFor(10, TimeUnit.SECONDS);
      }
    }

    List<String> words = new ArrayList<>(List.of("merge"));
    for (GatlingProcess shard : shards) {
      words.add(shard.runFolder().path().toString());
    }
    Path merged = folder.resolve("merged");
    words.addAll(List.of("--to", merged.toString()));
    Process merge = cli(List.of(), words.toArray(String[]::new));
    assertThat(merge.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(merge.exitValue()).isZero();

    Run whole = new RunFolder(merged).run();
    assertThat(whole.devices()).hasSize(20).contains("device-0001", "device-0020");
    assertThat(whole.endpoints()).extracting(EndpointTotals::planned).containsExactly(200L, 20L);
    assertThat(whole.endpoints().get(0).ok()).isPositive();
    new Ledger(new RunFolder(merged)).balances();
  }

  private Process cli(List<String> launcher, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(launcher);
    List<String> flags = List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
    command.addAll(new JavaCommand(flags, "fleetpoll.cli.Fleetpoll", List.of(arguments)).words());
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve(arguments[0] + ".txt").toFile())
        .start();
  }
}
