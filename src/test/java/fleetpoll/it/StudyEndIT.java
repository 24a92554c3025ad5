package fleetpoll.it;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.server.Behavior;
import fleetpoll.server.Counts;
import fleetpoll.server.TargetServer;
import fleetpoll.study.StudyFolder;
import fleetpoll.study.StudyRow;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Studies that are ended before their time. */
class StudyEndIT {

  @TempDir Path folder;

  @Test
  void interruptedItKeepsItsRowsAndLeavesNoProcess() throws Exception {
    try (TargetServer target = TargetServer.start(0, 1, Behavior.PLAIN);
        GatlingProcess gatling =
            StudyProcess.start(
                folder,
                target,
                "requests=1,100",
                "limit=1",
                "clients=sync",
                "delay=1s",
                "cell.limit=10m")) {
      gatling.awaitOutput("[2/2] sync, 100 requests, limit 1: begins");
      Await.until(() -> StudyProcess.children(gatling).size() == 1, () -> "the client has started");
      long client = StudyProcess.children(gatling).get(0).pid();
      ProcessHandle.of(gatling.pid()).orElseThrow().destroy();
      gatling.exitCode();

      Await.untilGone(client);
      StudyFolder study = StudyProcess.folderOf(gatling);
      assertThat(study.rows()).hasSize(1).allMatch(StudyRow::isSound);
      assertThat(study.study().complete()).isFalse();
      assertThat(gatling.output()).contains("CAUTION: the study was interrupted");
    }
  }

  @Test
  void whenTheStudyIsKilledItsClientEndsToo() throws Exception {
    try (TargetServer target = TargetServer.start(0, 1, Behavior.PLAIN);
        GatlingProcess gatling =
            StudyProcess.start(
                folder,
                target,
                "requests=1000",
                "limit=1",
                "clients=async",
                "delay=1s",
                "cell.limit=1h")) {
      gatling.awaitOutput("begins");
      Await.until(
          () -> !Counts.of(target.uri()).measured().requestsByDevice().isEmpty(),
          () -> "the client sends");
      long client = StudyProcess.children(gatling).get(0).pid();
      ProcessHandle.of(gatling.pid()).orElseThrow().destroyForcibly();

      Await.untilGone(client);
    }
  }
}
