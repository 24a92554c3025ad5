package fleetpoll.it;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.process.ExitCode;
import fleetpoll.process.JavaCommand;
import fleetpoll.run.Judgement;
import fleetpoll.run.Run;
import fleetpoll.run.RunFolder;
import fleetpoll.run.unfinished.CheckpointFolder;
import fleetpoll.run.unfinished.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that are killed keep what they had stored by then. */
class CutShortIT {

  @TempDir Path folder;

  @Test
  void aKilledRunIsDrawnAsFarAsItsNewestCheckpoint() throws Exception {
    try (GatlingProcess gatling =
        GatlingProcess.start(
            folder,
            "devices=20",
            "duration=10m",
            "interval=100",
            "warm-up=0s",
            "checkpoint=1s",
            "slo.a.p99=10s",
            "embedded.faults=device-0003=error:1/2")) {
      gatling.awaitOutput("record  ");
      Await.until(() -> isThere(gatling), () -> "run.json is there: " + gatling);
      RunFolder run = gatling.runFolder();
      assertThat(run.run().isRunning()).isTrue();
      assertThat(run.run().maker().progress(run.path(), Instant.now())).isEqualTo(Progress.GOES_ON);
      Await.until(() -> hasCheckpoint(run, 2), () -> "a checkpoint: " + gatling);
      List<Long> children = gatling.handle().descendants().map(ProcessHandle::pid).toList();

      gatling.handle().destroyForcibly();

      Await.until(() -> !gatling.isAlive(), () -> "killed");
      assertThat(children).isNotEmpty().allSatisfy(Await::untilGone);
      assertCutShort(run);
      assertReported(run);
    }
  }

  private static boolean isThere(GatlingProcess gatling) throws IOException {
    return gatling
        .findRunFolder()
        .filter(each -> Files.exists(each.path().resolve(RunFolder.RUN)))
        .isPresent();
  }

  private static boolean hasCheckpoint(RunFolder run, int number) throws IOException {
    return CheckpointFolder.of(run.path())
        .newest()
        .filter(each -> Integer.parseInt(each.getFileName().toString()) >= number)
        .isPresent();
  }

  private static void assertCutShort(RunFolder folder) throws IOException {
    Run run = folder.run();
    assertThat(run.maker().progress(folder.path(), Instant.now())).isEqualTo(Progress.CUT_SHORT);
    assertThat(run.verdict().judgement()).isEqualTo(Judgement.INVALID);
    assertThat(run.verdict().levels()).extracting("key").contains("slo.a.p99");
    assertThat(run.endpoints().get(0).ok()).isPositive();
    Ledger ledger = new Ledger(folder.measured()).rowsAddUp();
    assertThat(ledger.koBy("device-0003")).containsOnlyKeys("status 503");
  }

  private void assertReported(RunFolder run) throws Exception {
    JavaCommand command =
        new JavaCommand(
            List.of(), "fleetpoll.cli.Fleetpoll", List.of("report", run.path().toString()));
    Process report =
        new ProcessBuilder(command.words())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("report.txt").toFile())
            .start();
    assertThat(report.waitFor(60, TimeUnit.SECONDS)).isTrue();
    String output = Files.readString(folder.resolve("report.txt"), StandardCharsets.UTF_8);
    assertThat(report.exitValue()).as(output).isEqualTo(ExitCode.NOT_PASSED.number());
    assertThat(output).contains("did not come to its end: its record is whole until ");
    assertThat(run.devicesPage())
        .content()
        .contains("The run was cut short: its record is whole until ", "slo.a.p99")
        .doesNotContain("href=\"index.html\"", "Damaged file");
    assertThat(run.path().resolve(RunFolder.JUNIT)).content().contains("type=\"INVALID\"");
  }
}
