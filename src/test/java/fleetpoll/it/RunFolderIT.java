package fleetpoll.it;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.run.Judgement;
import fleetpoll.run.RunFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each run has the record that is its own. */
class RunFolderIT {

  private static final String[] SHORT = {
    "devices=5", "duration=2s", "interval=250", "warm-up=0s", "target=embedded"
  };

  @TempDir Path folder;

  /** In one results folder, whose name has blanks; older runs are there from a clock ahead. */
  @Test
  void runsAtOnceKeepTheirOwnRecords() throws Exception {
    Path checkout = Files.createDirectory(folder.resolve("of two"));
    Path results = checkout.resolve("gatling");
    Path later = Files.createDirectories(results.resolve("devicepollsimulation-20990101000000000"));
    Files.createFile(later.resolve("simulation.log"));

    try (GatlingProcess one = GatlingProcess.start(Night_Poll.class, checkout, with("devices=6"));
        GatlingProcess other = GatlingProcess.startInto(results, folder, with("devices=7"))) {
      assertThat(one.exitCode()).as(one.toString()).isZero();
      assertThat(other.exitCode()).as(other.toString()).isZero();

      assertThat(new Ledger(recorded(one)).balances().folder().run().devices()).hasSize(6);
      assertThat(new Ledger(recorded(other)).balances().folder().run().devices()).hasSize(7);
      assertThat(Files.list(results))
          .containsExactlyInAnyOrder(
              later, recorded(one).path(), recorded(other).path(), results.resolve("latest"));
      assertThat(results.resolve("latest").toRealPath())
          .isIn(recorded(one).path().toRealPath(), recorded(other).path().toRealPath());
      assertThat(recorded(other).gatlingReport()).exists();
      assertThat(Files.list(later)).hasSize(1);
    }
  }

  @Test
  void withoutGatlingsLogTheRunHasAFolderAllTheSame() throws Exception {
    try (GatlingProcess gatling =
        GatlingProcess.start(folder, with("gatling.data.writers.0=console"))) {
      assertThat(gatling.exitCode()).as(gatling.toString()).isZero();

      new Ledger(recorded(gatling)).balances();
      assertThat(recorded(gatling).path().resolve("simulation.log")).doesNotExist();
    }
  }

  @Test
  void whoeverExitsARunThatDoesNotPassIsNoSuccess() throws Exception {
    try (GatlingProcess gatling =
        GatlingProcess.start(
            Night_Poll.class,
            folder,
            with("night-poll.exits=true", "slo.a.p50=1us", "interval=50"))) {
      assertThat(gatling.exitCode()).as(gatling.toString()).isEqualTo(2);

      assertThat(recorded(gatling).run().verdict().judgement()).isEqualTo(Judgement.FAIL);
    }
  }

  /** The folder that the console names. */
  static RunFolder recorded(GatlingProcess gatling) throws Exception {
    List<String> named =
        gatling.output().lines().filter(line -> line.startsWith("record  ")).toList();
    assertThat(named).as(gatling.toString()).hasSize(1);
    return new RunFolder(Path.of(named.get(0).substring("record".length()).strip()));
  }

  private static String[] with(String... more) {
    return Stream.concat(Stream.of(SHORT), Stream.of(more)).toArray(String[]::new);
  }
}
