package fleetpoll.it;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.server.Behavior;
import fleetpoll.server.Counts;
import fleetpoll.server.TargetServer;
import fleetpoll.study.StudyFolder;
import fleetpoll.trust.TestKeys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Studies in which cells fail: each has its row with its reason. */
class StudyFailuresIT {

  @TempDir Path folder;

  @Test
  void aRefusingTargetIsARowForEveryClient() throws Exception {
    StudyFolder study =
        StudyProcess.run(
            folder,
            "target=http://127.0.0.1:" + FreePort.find() + "/delay",
            "requests=20",
            "limit=4",
            "clients=sync,threads,async,python-async",
            "cell.python=" + Python.withLibraries());

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
  void aCertificateIsVerifiedByEveryClient() throws Exception {
    TestKeys keys = TestKeys.make(folder, "ip:127.0.0.1");
    try (SecureServer target = new SecureServer(keys)) {
      assertThat(reasons(target, "tls.trust=none")).containsOnly("3 tls");
      assertThat(reasons(target, "tls.trust=" + keys.pem())).containsOnlyNulls();
    }
  }

  private List<String> reasons(SecureServer target, String... properties) throws Exception {
    Path own = Files.createTempDirectory(folder, "study");
    StudyFolder study =
        StudyProcess.run(
            own,
            Stream.concat(
                    Stream.of(
                        "target=" + target.url() + "/delay",
                        "requests=3",
                        "limit=1",
                        "clients=sync,async,python-sync,python-async",
                        "cell.python=" + Python.withLibraries()),
                    Stream.of(properties))
                .toArray(String[]::new));
    List<String> reasons = new ArrayList<>();
    study.rows().stream().filter(row -> !row.isSkipped()).forEach(row -> reasons.add(row.reason()));
    assertThat(reasons).hasSizeGreaterThanOrEqualTo(2);
    return reasons;
  }

  @Test
  void failuresHaveTheirReasonsAndAreCountedByTheTarget() throws Exception {
    try (TargetServer target =
        TargetServer.start(
            0,
            1,
            Behavior.parse(List.of("*=error:1/2", "*=close:1/5", "*=short:1/3", "*=reset:1/7")))) {
      StudyFolder study =
          StudyProcess.run(
              folder,
              "target=" + target.uri() + "/delay",
              "requests=100",
              "limit=1",
              "clients=sync,async,python-sync,python-threads,python-async",
              "delay=0",
              "cell.python=" + Python.withLibraries());

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
    try (TargetServer target = TargetServer.start(0, 1, Behavior.PLAIN)) {
      StudyFolder study =
          StudyProcess.run(
              folder,
              "target=" + target.uri() + "/delay",
              "requests=20,1",
              "limit=1",
              "clients=threads",
              "delay=2s",
              "cell.timeout=7s",
              "cell.limit=10m");

      assertThat(study.rows()).hasSize(2);
      assertThat(study.rows().get(0).reason())
          .matches("ended after 7 s; the target counted [1-4] requests");
      assertThat(study.rows().get(0).peakRssMb()).isPositive();
      assertThat(study.rows().get(1).isSound()).isTrue();
    }
  }

  @Test
  void aClientThatRunsOutOfFilesSaysSo() throws Exception {
    try (TargetServer target = TargetServer.start(0, 1, Behavior.PLAIN);
        GatlingProcess gatling =
            StudyProcess.start(
                folder,
                target,
                "requests=2000",
                "limit=1000",
                "clients=threads,async",
                "delay=100ms")) {
      String pid = Long.toString(gatling.pid());
      int limited = new ProcessBuilder("prlimit", "--pid", pid, "--nofile=400").start().waitFor();
      assertThat(limited).isZero();
      assertThat(gatling.exitCode()).as(gatling.toString()).isZero();

      assertThat(StudyProcess.folderOf(gatling).rows())
          .hasSize(2)
          .allSatisfy(
              row -> {
                assertThat(row.reason()).contains(" exhausted");
                assertThat(row.ok() + row.ko()).isEqualTo(2_000);
                assertThat(row.ok()).isPositive();
              });
    }
  }
}
