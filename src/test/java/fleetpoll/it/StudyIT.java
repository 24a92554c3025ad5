package fleetpoll.it;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.server.Behavior;
import fleetpoll.server.Counts;
import fleetpoll.server.SeededDelay;
import fleetpoll.server.Tally;
import fleetpoll.server.TargetServer;
import fleetpoll.settings.StudyClient;
import fleetpoll.study.Study;
import fleetpoll.study.StudyFolder;
import fleetpoll.study.StudyRow;
import java.nio.file.Files;
import java.nio.file.Path;
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
          StudyProcess.run(
              folder,
              "target=" + target.uri() + "/delay",
              "requests=1,100",
              "limit=10",
              "clients=all",
              "delay=1ms..5ms",
              "seed=7",
              "cell.python=" + Python.withLibraries());

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
        StudyProcess.run(
            folder, "requests=200", "limit=20", "clients=async", "delay=0", "embedded.threads=2");

    assertThat(study.rows()).hasSize(1).allMatch(StudyRow::isSound);
    assertThat(study.rows().get(0).serverCpuShare()).isNotNull();
    assertThat(study.rows().get(0).x()).isNull();
    try (Stream<Path> gatling = Files.list(study.path())) {
      assertThat(gatling.map(path -> path.resolve("index.html")).filter(Files::exists)).hasSize(1);
    }
  }

  @Test
  void badInputIsOneMessageBeforeAnythingStarts() throws Exception {
    try (GatlingProcess gatling =
        StudyProcess.start(folder, "requests=0", "clints=sync", "embedded.faults=x")) {
      assertThat(gatling.exitCode()).isEqualTo(64);
      assertThat(gatling.output().lines())
          .hasSize(4)
          .anyMatch(line -> line.contains("requests = 0 (-Drequests)"))
          .anyMatch(line -> line.contains("clints (-Dclints): unknown; did you mean clients?"))
          .anyMatch(line -> line.contains("embedded.faults = x (-Dembedded.faults)"));
    }
  }
}
