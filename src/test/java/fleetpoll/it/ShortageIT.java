package fleetpoll.it;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.run.Judgement;
import fleetpoll.run.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that have too little memory or too few open files. */
class ShortageIT {

  private static final List<String> WITH_400_FILES =
      List.of("sh", "-c", "ulimit -n 400 && exec \"$0\" \"$@\"");

  @TempDir Path folder;

  @Test
  void filesThatDoNotSufficeAreSaidBeforeTheLoad() throws Exception {
    try (GatlingProcess gatling =
        GatlingProcess.start(WITH_400_FILES, folder, "devices=350", "duration=2s")) {
      assertThat(gatling.exitCode()).as(gatling.toString()).isEqualTo(64);

      assertThat(gatling.output())
          .contains("and this process may open 400: raise the limit (ulimit -n ")
          .doesNotContain("\tat ");
    }
  }

  @Test
  void memoryThatDoesNotSufficeIsSaidBeforeTheLoad() throws Exception {
    try (GatlingProcess gatling =
        GatlingProcess.start(smallHeap(), folder, "devices=5000", "duration=2s")) {
      assertThat(gatling.exitCode()).as(gatling.toString()).isEqualTo(64);

      assertThat(gatling.output())
          .contains("and this JVM may use 63 MB: raise it (-Dgatling.jvmArgs=-Xmx")
          .doesNotContain("\tat ");
    }
  }

  @Test
  void filesThatGiveOutMeanwhileCostNoRecord() throws Exception {
    try (GatlingProcess gatling =
        GatlingProcess.start(folder, shortRun("devices=200", "interval=2s", "duration=4s"))) {
      Await.until(() -> openFiles(gatling) > 220, () -> "polls: " + gatling);
      setLimit(gatling, 280);

      assertThat(gatling.exitCode()).as(gatling.toString()).isEqualTo(2);

      Run run = new Ledger(RunFolderIT.recorded(gatling)).balances().folder().run();
      assertThat(run.verdict().judgement()).isEqualTo(Judgement.INVALID);
      assertThat(run.verdict().reason()).contains("want of open files");
      assertThat(run.missing()).isEmpty();
      assertThat(gatling.output()).doesNotContain("\tat ").endsWith(run.verdict().reason() + "\n");
    }
  }

  @Test
  void memoryThatGivesOutMeanwhileCostsNoRecord() throws Exception {
    Path when = folder.resolve("hungry");
    try (GatlingProcess gatling =
        GatlingProcess.start(
            Hungry.class,
            folder,
            shortRun("hungry.when=" + when, "devices=50", "interval=250", "duration=1h"))) {
      gatling.awaitPolls();
      Files.createFile(when);
      assertThat(gatling.exitCode()).as(gatling.toString()).isEqualTo(2);

      Run run = new Ledger(RunFolderIT.recorded(gatling)).balances().folder().run();
      assertThat(run.verdict().judgement()).isEqualTo(Judgement.INVALID);
      assertThat(run.missing()).isEmpty();
      assertThat(run.events()).anyMatch(event -> event.kind().equals("out-of-memory"));
      assertThat(gatling.output().lines().toList())
          .last()
          .asString()
          .startsWith("The memory gave out, and the run was ended. Give the run more heap");
    }
  }

  @Test
  void memoryThatGivesOutAfterTheVerdictIsSaidLast() throws Exception {
    try (GatlingProcess gatling =
        GatlingProcess.start(
            Hungry.class,
            folder,
            shortRun("hungry.late=true", "devices=5", "interval=250", "duration=2s"))) {
      assertThat(gatling.exitCode()).as(gatling.toString()).isEqualTo(2);

      Run run = new Ledger(RunFolderIT.recorded(gatling)).balances().folder().run();
      assertThat(run.verdict().judgement()).isEqualTo(Judgement.VALID);
      assertThat(gatling.output().lines().toList())
          .last()
          .asString()
          .startsWith("The memory gave out when the devices had ended: the verdict holds");
    }
  }

  private static String[] shortRun(String... more) {
    return Stream.concat(Stream.of("warm-up=0s"), Stream.of(more)).toArray(String[]::new);
  }

  private static List<String> smallHeap() {
    // Instead of the first flag, which is the size of the heap.
    return List.of("sh", "-c", "java=$0; shift 1; exec \"$java\" -Xmx64m \"$@\"");
  }

  private static long openFiles(GatlingProcess gatling) {
    try (Stream<Path> files = Files.list(Path.of("/proc/" + gatling.pid() + "/fd"))) {
      return files.count();
    } catch (IOException e) {
      return 0;
    }
  }

  private static void setLimit(GatlingProcess gatling, int files) throws Exception {
    String limit = "--nofile=" + files + ":" + files;
    Process prlimit =
        new ProcessBuilder("prlimit", "--pid", String.valueOf(gatling.pid()), limit).start();
    assertThat(prlimit.waitFor()).isZero();
  }
}
