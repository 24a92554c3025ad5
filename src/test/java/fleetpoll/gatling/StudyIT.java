package fleetpoll.gatling;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.settings.StudyClient;
import fleetpoll.simulation.ConcurrencyStudySimulation;
import fleetpoll.study.Study;
import fleetpoll.study.StudyFolder;
import fleetpoll.study.StudyRow;
import fleetpoll.target.Behavior;
import fleetpoll.target.Counts;
import fleetpoll.target.SeededDelay;
import fleetpoll.target.Tally;
import fleetpoll.target.TargetServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real studies, each client in a process of its own, against a real server on loopback. */
class StudyIT {

  @TempDir Path folder;

  @Test
  void everyClientsRowsEqualTheTargetsCounts() throws Exception {
    try (TargetServer target = TargetServer.start(0, 1, Behavior.PLAIN)) {
      StudyFolder study =
          run(
              "target=" + target.uri() + "/delay",
              "requests=1,100",
              "limit=10",
              "clients=all",
              "delay=1ms..5ms",
              "seed=7",
              "cell.python=" + python());

      Study about = study.study();
      assertThat(about.complete()).isTrue();
      assertThat(about.counted()).isTrue();
      assertThat(study.rows())
          .hasSize(2 * StudyClient.values().length)
          .allMatch(row -> row.isSound() || row.isSkipped(), "sound or skipped");
      Tally tally = Counts.of(target.uri()).measured();
      for (StudyRow row : study.rows()) {
        if (row.isSound()) {
          assertEqualsTally(row, about.id(), tally);
        }
      }
      assertThat(study.rows().stream().filter(StudyRow::isSound).map(StudyRow::client))
          .contains("sync", "threads", "async");
    }
  }

  private static void assertEqualsTally(StudyRow row, String study, Tally tally) {
    String cell = study + "/" + row.client() + "-n" + row.n() + "-m" + row.m();
    SeededDelay delay = new SeededDelay(1_000_000, 5_000_000, 7);
    long delayNanos = LongStream.range(0, row.n()).map(delay::nanos).sum();
    assertThat(row.ok()).as(cell).isEqualTo(row.n());
    assertThat(row.ko()).as(cell).isZero();
    assertThat(tally.requestsByDevice()).containsEntry(cell, row.n());
    assertThat(tally.delayNanosByDevice()).containsEntry(cell, delayNanos);
    assertThat(tally.connectionsByDevice().get(cell))
        .as("connections of " + cell)
        .isBetween(1L, Math.min(row.n(), row.m()));
    double sequential = delayNanos / 1e9;
    assertThat(row.meanClientS()).as(cell).isGreaterThanOrEqualTo(row.meanDelayS());
    assertThat(row.wallS() * row.m()).as(cell).isGreaterThanOrEqualTo(sequential);
    assertThat(row.x()).as(cell).isGreaterThanOrEqualTo(1);
    assertThat(row.prepareS()).as(cell).isPositive();
    assertThat(row.userS() + row.sysS()).as(cell).isPositive();
    assertThat(row.peakRssMb()).as(cell).isBetween(5.0, 500.0);
  }

  @Test
  void theEmbeddedTargetIsMeasuredToo() throws Exception {
    StudyFolder study =
        run("requests=200", "limit=20", "clients=async", "delay=0", "embedded.threads=2");

    assertThat(study.rows()).hasSize(1).allMatch(StudyRow::isSound);
    assertThat(study.rows().get(0).serverCpuShare()).isNotNull();
    assertThat(study.rows().get(0).x()).isNull();
    try (Stream<Path> gatling = Files.list(study.path())) {
      assertThat(gatling.map(path -> path.resolve("index.html")).filter(Files::exists)).hasSize(1);
    }
  }

  @Test
  void aRefusingTargetIsARowForEveryClient() throws Exception {
    StudyFolder study =
        run(
            "target=http://127.0.0.1:" + freePort() + "/delay",
            "requests=20",
            "limit=4",
            "clients=sync,threads,async,python-async",
            "cell.python=" + python());

    assertThat(study.rows())
        .hasSize(4)
        .filteredOn(row -> !row.isSkipped())
        .allSatisfy(
            row -> {
              assertThat(row.reason()).isEqualTo("20 refused");
              assertThat(row.ok()).isZero();
              assertThat(row.ko()).isEqualTo(20);
              assertThat(row.x()).isNull();
            });
  }

  @Test
  void failuresHaveTheirReasonsAndAreCountedByTheTarget() throws Exception {
    try (TargetServer target =
        TargetServer.start(
            0,
            1,
            Behavior.parse(List.of("*=error:1/2", "*=close:1/5", "*=short:1/3", "*=reset:1/7")))) {
      StudyFolder study =
          run(
              "target=" + target.uri() + "/delay",
              "requests=100",
              "limit=1",
              "clients=sync,async,python-sync,python-threads,python-async",
              "delay=0",
              "cell.python=" + python());

      assertThat(study.rows())
          .filteredOn(row -> !row.isSkipped())
          .hasSizeGreaterThanOrEqualTo(2)
          .allSatisfy(
              row ->
                  assertThat(row.reason())
                      .isEqualTo("50 status 503; 14 length; 10 closed; 4 reset"));
      assertThat(Counts.of(target.uri()).measured().requestsByDevice().values())
          .allMatch(count -> count == 100);
    }
  }

  @Test
  void aCellThatTakesTooLongIsEndedAndTheStudyGoesOn() throws Exception {
    StudyFolder study =
        run(
            "requests=20,1",
            "limit=1",
            "clients=threads",
            "delay=3s",
            "cell.timeout=10s",
            "cell.limit=10m");

    assertThat(study.rows()).hasSize(2);
    assertThat(study.rows().get(0).reason())
        .matches("ended after 10 s; the target counted [1-4] requests");
    assertThat(study.rows().get(0).peakRssMb()).isPositive();
    assertThat(study.rows().get(1).isSound()).isTrue();
  }

  @Test
  void aClientThatRunsOutOfFilesSaysSo() throws Exception {
    try (TargetServer target = TargetServer.start(0, 1, Behavior.PLAIN);
        GatlingProcess gatling =
            start(
                "target=" + target.uri() + "/delay",
                "requests=2000",
                "limit=1000",
                "clients=threads,async",
                "delay=100ms")) {
      String pid = Long.toString(gatling.pid());
      int limited = new ProcessBuilder("prlimit", "--pid", pid, "--nofile=400").start().waitFor();
      assertThat(limited).isZero();
      assertThat(gatling.exitCode()).as(gatling.toString()).isZero();

      assertThat(folderOf(gatling).rows())
          .hasSize(2)
          .allSatisfy(
              row -> {
                assertThat(row.reason()).contains(" exhausted");
                assertThat(row.ok() + row.ko()).isEqualTo(2_000);
                assertThat(row.ok()).isPositive();
              });
    }
  }

  @Test
  void interruptedItKeepsItsRowsAndLeavesNoProcess() throws Exception {
    try (TargetServer target = TargetServer.start(0, 1, Behavior.PLAIN);
        GatlingProcess gatling =
            start(
                "target=" + target.uri() + "/delay",
                "requests=1,100",
                "limit=1",
                "clients=sync",
                "delay=1s",
                "cell.limit=10m")) {
      gatling.awaitOutput("[2/2] sync, 100 requests, limit 1: begins");
      Await.until(() -> children(gatling).size() == 1, () -> "the client has started");
      long client = children(gatling).get(0).pid();
      ProcessHandle.of(gatling.pid()).orElseThrow().destroy();
      gatling.exitCode();

      Await.untilGone(client);
      StudyFolder study = folderOf(gatling);
      assertThat(study.rows()).hasSize(1).allMatch(StudyRow::isSound);
      assertThat(study.study().complete()).isFalse();
      assertThat(gatling.output()).contains("CAUTION: the study was interrupted");
    }
  }

  @Test
  void whenTheStudyIsKilledItsClientEndsToo() throws Exception {
    try (TargetServer target = TargetServer.start(0, 1, Behavior.PLAIN);
        GatlingProcess gatling =
            start(
                "target=" + target.uri() + "/delay",
                "requests=1000",
                "limit=1",
                "clients=async",
                "delay=1s",
                "cell.limit=1h")) {
      gatling.awaitOutput("begins");
      Await.until(
          () -> !Counts.of(target.uri()).measured().requestsByDevice().isEmpty(),
          () -> "the client sends");
      long client = children(gatling).get(0).pid();
      ProcessHandle.of(gatling.pid()).orElseThrow().destroyForcibly();

      Await.untilGone(client);
    }
  }

  @Test
  void badInputIsOneMessageBeforeAnythingStarts() throws Exception {
    try (GatlingProcess gatling = start("requests=0", "clints=sync", "embedded.faults=x")) {
      assertThat(gatling.exitCode()).isEqualTo(64);
      assertThat(gatling.output().lines())
          .hasSize(4)
          .anyMatch(line -> line.contains("requests = 0 (-Drequests)"))
          .anyMatch(line -> line.contains("clints (-Dclints): unknown; did you mean clients?"))
          .anyMatch(line -> line.contains("embedded.faults = x (-Dembedded.faults)"));
    }
  }

  private static List<ProcessHandle> children(GatlingProcess gatling) {
    return ProcessHandle.of(gatling.pid()).orElseThrow().children().toList();
  }

  private StudyFolder run(String... properties) throws Exception {
    try (GatlingProcess gatling = start(properties)) {
      assertThat(gatling.exitCode()).as(gatling.toString()).isZero();
      return folderOf(gatling);
    }
  }

  private GatlingProcess start(String... properties) throws IOException {
    return GatlingProcess.start(ConcurrencyStudySimulation.class, folder, properties);
  }

  private static StudyFolder folderOf(GatlingProcess gatling) throws IOException {
    try (Stream<Path> folders = Files.list(gatling.results())) {
      return folders
          .filter(path -> path.getFileName().toString().startsWith("concurrencystudy-"))
          .map(StudyFolder::new)
          .findFirst()
          .orElseThrow(() -> new AssertionError("no study: " + gatling));
    }
  }

  /** The interpreter that has the most to offer: the system's, or the one of the path. */
  private static String python() {
    return Stream.of("/usr/bin/python3", "python3")
        .filter(StudyIT::hasLibraries)
        .findFirst()
        .orElse("python3");
  }

  private static boolean hasLibraries(String python) {
    try {
      return new ProcessBuilder(python, "-c", "import requests, aiohttp").start().waitFor() == 0;
    } catch (IOException | InterruptedException e) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
