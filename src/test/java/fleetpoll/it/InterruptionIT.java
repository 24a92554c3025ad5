package fleetpoll.it;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.run.EndpointTotals;
import fleetpoll.run.Judgement;
import fleetpoll.run.Run;
import fleetpoll.run.RunFolder;
import fleetpoll.server.Target;
import fleetpoll.settings.EmbeddedSettings;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs that end before their time keep what they have measured. */
class InterruptionIT {

  private static final String[] LONG = {
    "devices=20",
    "duration=10m",
    "interval=250",
    "warm-up=0s",
    "embedded.faults=device-0001=stall:1/4"
  };

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"TERM, 143", "INT, 130"})
  void aSignalEndsTheDevicesInOrder(String signal, int exitCode) throws Exception {
    try (GatlingProcess gatling = GatlingProcess.start(folder, LONG)) {
      gatling.awaitPolls();
      List<Long> children = children(gatling.pid());

      // The whole process group, as a terminal's Ctrl-C does.
      Signals.sendToGroup(signal, gatling.pid());

      assertThat(gatling.exitCode()).isEqualTo(exitCode);
      Ledger ledger = new Ledger(gatling.runFolder()).balances().equalsGatling(gatling.output());
      assertInterrupted(gatling.runFolder());
      assertThat(ledger.folder().run().endpoints())
          .allSatisfy(e -> assertThat(e.koBy().keySet()).isSubsetOf("interrupted"));
      assertThat(ledger.koBy("device-0001")).isEqualTo(java.util.Map.of("interrupted", 1L));
      assertThat(gatling.output()).contains("devices.html");
      assertThat(children).isNotEmpty().allSatisfy(Await::untilGone);
    }
  }

  @Test
  void aTargetThatDiesLeavesARunThatSaysSo() throws Exception {
    EmbeddedSettings settings = new EmbeddedSettings(1, List.of(), List.of());
    try (Target target = Target.embedded(settings, line -> {});
        GatlingProcess gatling =
            GatlingProcess.start(
                folder,
                "target=" + target.uri(),
                "devices=20",
                "duration=4s",
                "interval=250",
                "warm-up=0s")) {
      gatling.awaitPolls();

      ProcessHandle.of(target.pid().getAsLong()).orElseThrow().destroyForcibly();

      assertThat(gatling.exitCode()).isZero();
      Ledger ledger = new Ledger(gatling.runFolder()).balances().equalsGatling(gatling.output());
      EndpointTotals a = ledger.folder().run().endpoints().get(0);
      assertThat(a.planned()).isEqualTo(20 * 16);
      assertThat(a.ok()).isPositive();
      assertThat(a.koBy().get("refused")).isPositive();
      assertThat(a.koBy().keySet()).isSubsetOf("refused", "reset", "closed");
    }
  }

  @Test
  void theTargetDoesNotOutliveAKilledRun() throws Exception {
    try (GatlingProcess gatling = GatlingProcess.start(folder, LONG)) {
      gatling.awaitOutput("started...");
      List<Long> children = children(gatling.pid());

      Signals.send("KILL", gatling.pid());

      assertThat(children).isNotEmpty().allSatisfy(Await::untilGone);
    }
  }

  /** It is stored as far as it came. */
  static void assertInterrupted(RunFolder folder) throws Exception {
    Run run = folder.run();
    assertThat(run.interrupted()).isTrue();
    assertThat(Ledger.events(run)).extracting("kind").containsExactly("interrupted");
    assertThat(run.verdict().judgement()).isEqualTo(Judgement.INVALID);
    assertThat(run.verdict().reason()).contains(" came due before its end was ");
    assertThat(run.endpoints().get(0).ok()).isPositive();
    assertThat(folder.gatlingReport()).exists();
    assertThat(folder.devicesPage()).exists();
  }

  private static List<Long> children(long pid) {
    return ProcessHandle.of(pid).orElseThrow().children().map(ProcessHandle::pid).toList();
  }
}
