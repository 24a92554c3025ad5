package fleetpoll.it;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.run.Event;
import fleetpoll.run.Resources;
import fleetpoll.run.Run;
import fleetpoll.run.SampleRow;
import fleetpoll.run.Usage;
import fleetpoll.server.Target;
import fleetpoll.settings.EmbeddedSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What real runs say about the resources of servers in processes of their own. */
class ResourcesIT {

  private static final String[] SMALL = {
    "devices=20", "duration=6s", "interval=250", "warm-up=2s", "timeout=1s"
  };

  @TempDir Path folder;

  @Test
  @Tag("alone")
  void aServerIsFoundByItsPort() throws Exception {
    try (Target server = server();
        GatlingProcess gatling = start("target=" + server.uri())) {
      assertThat(gatling.exitCode()).as(gatling.toString()).isZero();

      Run run = gatling.runFolder().run();
      Resources resources = run.resources();
      String found =
          "process %d, fleetpoll.cli.Fleetpoll, and those below it"
              .formatted(server.pid().getAsLong());
      assertThat(resources.targetFound()).isEqualTo(found);
      assertThat(resources.advice()).isNull();
      assertThat(resources.oneMachine()).isTrue();
      assertPlausible(resources);
      assertThat(Ledger.events(run)).isEmpty();
      assertComplete(gatling.runFolder().samples());
      assertThat(gatling.output().lines())
          .contains("server          " + found)
          .anyMatch(
              line ->
                  line.matches(
                      "\\[0:0[56], 0:0[01] left\\] [\\d.]+/s, ok 100 %, missed [\\d,]+,"
                          + " p99 A [\\d.]+, B [\\d.]+ ms \\| total [\\d,]+(, missed [\\d,]+)?"
                          + " \\| server [\\d.]+ cores [\\d.]+ MB, generator [\\d.]+"));
    }
  }

  private static void assertPlausible(Resources resources) {
    Usage server = resources.target();
    assertThat(server.cpuCoresMean()).isBetween(0.001, 4.0);
    assertThat(server.cpuCoresPeak()).isGreaterThanOrEqualTo(server.cpuCoresMean());
    assertThat(server.rssBytesPeak()).isBetween(30_000_000L, 400_000_000L);
    assertThat(server.threadsPeak()).isBetween(5, 200);
    assertThat(server.openFilesPeak()).isBetween(20L, 2_000L);
    assertThat(resources.cpuMsPerRequest()).isBetween(0.01, 40.0);
    assertThat(resources.mbPerThousandDevices()).isBetween(1_500.0, 20_000.0);
    assertThat(resources.generator().cpuCoresMean()).isBetween(0.001, 4.0);
    assertThat(resources.generator().heapBytesPeak()).isPositive();
    assertThat(resources.generator().gcPauseMsTotal()).isNotNegative();
    assertThat(resources.host().rssBytesPeak()).isPositive();
  }

  /** From the warm-up to the end, each source once a second. */
  private static void assertComplete(List<SampleRow> samples) {
    for (String source : List.of("target", "generator", "host")) {
      List<SampleRow> rows = samples.stream().filter(row -> row.source().equals(source)).toList();
      assertThat(rows).as(source).hasSizeBetween(7, 10);
      assertThat(rows.get(0).tS()).isBetween(-2.0, -0.5);
      assertThat(rows.get(0).cpuCores()).isNull();
      assertThat(rows.get(rows.size() - 1).tS()).isBetween(5.0, 9.0);
      assertThat(rows.subList(1, rows.size())).allMatch(row -> row.cpuCores() != null);
    }
  }

  @Test
  void aServerIsFoundByItsPidAndItsEndIsMarked() throws Exception {
    try (Target server = server();
        GatlingProcess gatling =
            start("target=" + server.uri(), "server.pid=" + server.pid().getAsLong())) {
      gatling.awaitOutput("---- Requests");

      ProcessHandle.of(server.pid().getAsLong()).orElseThrow().destroyForcibly();

      assertThat(gatling.exitCode()).as(gatling.toString()).isZero();
      assertThat(gatling.runFolder().run().events())
          .extracting(Event::kind)
          .contains("server-gone");
      double end =
          gatling.runFolder().run().events().stream()
              .filter(event -> event.kind().equals("server-gone"))
              .findFirst()
              .orElseThrow()
              .tS();
      assertThat(gatling.runFolder().samples())
          .filteredOn(row -> row.source().equals("target"))
          .isNotEmpty()
          .allMatch(row -> row.tS() < end);
      assertThat(gatling.runFolder().samples())
          .filteredOn(row -> row.source().equals("generator"))
          .anyMatch(row -> row.tS() > end);
      assertThat(gatling.output()).contains("server not measured");
    }
  }

  @Test
  void whereNobodyListensThereIsAdviceAndTheRunGoesOn() throws Exception {
    int port = FreePort.find();
    try (GatlingProcess gatling =
        start("target=http://127.0.0.1:" + port, "preflight=none", "duration=2s")) {
      assertThat(gatling.exitCode()).as(gatling.toString()).isZero();

      Resources resources = gatling.runFolder().run().resources();
      assertThat(resources.targetFound()).isNull();
      assertThat(resources.advice())
          .startsWith("Nobody listened on port " + port)
          .contains("-Dserver.pid");
      assertThat(resources.target()).isEqualTo(Usage.UNKNOWN);
      assertThat(resources.cpuMsPerRequest()).isNull();
      assertThat(gatling.runFolder().samples())
          .isNotEmpty()
          .noneMatch(row -> row.source().equals("target"));
      assertThat(gatling.output()).contains("server          " + resources.advice());
    }
  }

  @Test
  void aProcessThatIsNotThereIsBadInput() throws Exception {
    try (GatlingProcess gatling = start("server.pid=2147483647")) {
      assertThat(gatling.exitCode()).isEqualTo(64);
      assertThat(gatling.output())
          .contains("server.pid = 2147483647 (-Dserver.pid): must be a process that is alive here");
      assertThat(gatling.findRunFolder()).isEmpty();
    }
  }

  private static Target server() {
    return Target.embedded(new EmbeddedSettings(1, List.of("-Xmx64m"), List.of()), line -> {});
  }

  private GatlingProcess start(String property, String... more) throws IOException {
    String[] properties = java.util.Arrays.copyOf(SMALL, SMALL.length + 1 + more.length);
    properties[SMALL.length] = property;
    System.arraycopy(more, 0, properties, SMALL.length + 1, more.length);
    return GatlingProcess.start(folder, properties);
  }
}
