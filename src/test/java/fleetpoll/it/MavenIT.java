package fleetpoll.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import fleetpoll.run.EndpointTotals;
import fleetpoll.run.RunFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs as users start them. */
@Tag("alone")
class MavenIT {

  @TempDir Path folder;

  /** A profile, a body and a target, none of which is named from the folder of the caller. */
  @Test
  void relativePathsBeginAtTheProjectWhereverMavenIsStarted() throws Exception {
    RunFolder before = newestRun();
    try (Maven maven =
        start(
            "profile=conf/profiles/report-and-fetch.conf",
            "target=nginx",
            "devices=10",
            "interval=100",
            "duration=3s")) {
      int exitCode = maven.exitCode();
      if (maven.toString().contains("is not installed") && !"true".equals(System.getenv("CI"))) {
        abort(maven.toString());
      }
      assertThat(exitCode).as(maven.toString()).isZero();

      RunFolder run = newestRun();
      assertThat(run).isNotEqualTo(before);
      assertThat(new Ledger(run).balances().folder().run().endpoints())
          .allMatch(endpoint -> endpoint.ok() > 0 && endpoint.ko() == 0)
          .extracting(EndpointTotals::planned)
          .containsExactly(10 * 10L, 10 * 3L);
      assertThat(folder).isDirectoryNotContaining(path -> !path.endsWith("mvn.txt"));
    }
  }

  @Test
  void theEndOfMavenEndsTheRun() throws Exception {
    RunFolder before = newestRun();
    try (Maven maven = start("devices=10", "duration=10m")) {
      maven.awaitOutput("---- Requests");
      List<ProcessHandle> all = maven.descendants();
      assertThat(all).hasSizeGreaterThanOrEqualTo(2);

      maven.end();

      maven.exitCode();
      all.forEach(process -> Await.untilGone(process.pid()));
      RunFolder run = newestRun();
      assertThat(run).isNotEqualTo(before);
      new Ledger(run).balances();
      InterruptionIT.assertInterrupted(run);
    }
  }

  private Maven start(String... properties) throws Exception {
    return Maven.start(
        folder,
        Stream.concat(
                Stream.of("gatling:test", "-Dwarm-up=1s"),
                Stream.concat(GatlingProcess.LENIENT.stream(), Stream.of(properties))
                    .map(property -> "-D" + property))
            .toArray(String[]::new));
  }

  private static RunFolder newestRun() throws Exception {
    return GatlingProcess.findRunFolder(Maven.RESULTS).orElse(null);
  }
}
