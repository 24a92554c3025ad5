package fleetpoll.it;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.capacity.Capacity;
import fleetpoll.capacity.CapacityFolder;
import fleetpoll.capacity.CapacityTrial;
import fleetpoll.capacity.ProgressFile;
import fleetpoll.capacity.TargetFinding;
import fleetpoll.capacity.search.Finding.Reason;
import fleetpoll.simulation.CapacitySimulation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A search for the capacity of a server whose capacity is known. */
@Tag("alone")
class CapacityIT {

  /** With 4.4 requests a second and device, 8 devices are what the server can serve. */
  private static final int TRUE_CAPACITY = 8;

  private static final List<String> SEARCH =
      List.of(
          "embedded.faults=*=rate:36",
          "interval=250",
          "warm-up=1s",
          "slo.success=93%",
          "validity.ticks=0",
          "capacity.from=6",
          "capacity.to=24",
          "capacity.width=100%",
          "capacity.trial=2s",
          "capacity.trials=1",
          "capacity.exceed=0",
          "capacity.cool-down=0s");

  @TempDir Path folder;

  @Test
  void findsTheKnownCapacityAlsoIfItIsInterrupted() throws Exception {
    int port = FreePort.find();
    try (GatlingProcess first = start("live.port=" + port)) {
      first.awaitOutput("Trial 2: embedded, 12 devices");
      Await.until(
          () ->
              Metrics.scrape(port)
                  .orElse("")
                  .contains("fleetpoll_capacity_trial_devices{target=\"embedded\"} 12.0"),
          () -> "the second trial is told: " + first);
      assertThat(Metrics.scrape(port).orElseThrow())
          .contains("fleetpoll_capacity_lower_devices{state=\"likely\",target=\"embedded\"} 6.0");
      Await.until(() -> trialFolders() == 2, () -> "the second trial has a folder: " + first);
      assertThat(first.isAlive()).isTrue();
      Signals.send("TERM", first.pid());
      assertThat(first.exitCode()).as(first.toString()).isEqualTo(143);
      assertThat(capacity().trials()).extracting(CapacityTrial::devices).containsExactly(6);
      assertThat(first.output()).contains("not come to its end");
      assertThat(folder().page()).exists();
    }
    Path stored = folder().path();

    try (GatlingProcess other = start("capacity.resume=" + stored, "interval=500")) {
      assertThat(other.exitCode()).isEqualTo(64);
      assertThat(other.output())
          .contains("was made with other parameters: interval was 250 and is 500")
          .doesNotContain("Trial 2", "\tat ");
    }

    try (GatlingProcess second = start("capacity.resume=" + stored)) {
      assertThat(second.exitCode()).as(second.toString()).isZero();
      assertThat(second.output()).contains("Trial 2: embedded, 12 devices");
      assertThat(second.output()).doesNotContain("Trial 1:");
    }
    Capacity capacity = capacity();
    TargetFinding finding = capacity.findings().get(0);
    assertThat(finding.reason()).isEqualTo(Reason.FOUND);
    assertThat(finding.lower()).isLessThanOrEqualTo(TRUE_CAPACITY);
    assertThat(finding.upper()).isGreaterThan(TRUE_CAPACITY);
    for (CapacityTrial trial : capacity.trials()) {
      assertThat(folder().run(trial).run().devices()).hasSize(trial.devices());
      assertThat(folder().run(trial).devicesPage()).exists();
    }
    assertThat(Files.readAllLines(stored.resolve(ProgressFile.NAME)))
        .hasSameSizeAs(capacity.trials());
    assertThat(folder().page()).exists();
    assertThat(folder().table()).exists();
    assertThat(folder().text()).exists();
  }

  private GatlingProcess start(String... more) throws IOException {
    return GatlingProcess.start(
        CapacitySimulation.class,
        folder,
        Stream.concat(SEARCH.stream(), Stream.of(more)).toArray(String[]::new));
  }

  private long trialFolders() throws IOException {
    try (Stream<Path> files = Files.list(folder().path())) {
      return files.filter(Files::isDirectory).count();
    }
  }

  /** The search's folder: there is one, however often it went on. */
  private CapacityFolder folder() throws IOException {
    try (Stream<Path> folders = Files.list(folder.resolve("gatling"))) {
      List<Path> searches = folders.filter(path -> !Files.isSymbolicLink(path)).toList();
      assertThat(searches).hasSize(1);
      assertThat(searches.get(0).getFileName().toString()).startsWith("capacity-");
      return new CapacityFolder(searches.get(0));
    }
  }

  private Capacity capacity() throws IOException {
    return folder().read();
  }
}
