package fleetpoll.it;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.run.EndpointTotals;
import fleetpoll.run.Event;
import fleetpoll.run.Run;
import fleetpoll.run.Storm;
import fleetpoll.server.Behavior;
import fleetpoll.server.Counts;
import fleetpoll.server.TargetServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All devices drop their connections at once and come back. */
class StormIT {

  @TempDir Path folder;

  @Test
  @Tag("alone")
  void eachDeviceReconnectsOnceAStormAndMissesWhatCameDueMeanwhile() throws Exception {
    try (TargetServer target = TargetServer.start(0, 1, Behavior.PLAIN)) {
      Ledger ledger =
          run(
              target,
              "devices=40",
              "interval=250",
              "duration=6s",
              "storm.at=1103ms,3103ms",
              "storm.back-off=1s");

      Map<String, Long> connections = Counts.of(target.uri()).measured().connectionsByDevice();
      assertThat(connections).hasSize(40).allSatisfy((device, n) -> assertThat(n).isEqualTo(3));
      assertThat(ledger.requestsByDevice())
          .isEqualTo(Counts.of(target.uri()).measured().requestsByDevice());
      Run run = ledger.folder().run();
      assertThat(run.storms()).hasSize(2).allMatch(s -> s.devices() == 40 && s.back() == 40);
      assertThat(run.storms()).allMatch(s -> s.allBackS() >= 1 && s.allBackS() < 2);
      assertThat(run.events()).extracting(Event::kind).containsSubsequence("storm", "storm-over");
      // Of the four ticks that come due in a second, the device comes back with the last; a busy
      // machine may cost more.
      EndpointTotals a = run.endpoints().get(0);
      long dropped = a.koBy().getOrDefault("dropped", 0L);
      assertThat(a.missed() + dropped).isGreaterThanOrEqualTo(2 * 40 * 3);
      assertThat(a.missedBy().get("back-off")).isBetween(2 * 40 * 2L, 2 * 40 * 3L);
    }
  }

  @Test
  @Tag("alone")
  void whatIsInFlightIsLostWithItsConnection() throws Exception {
    try (TargetServer target =
        TargetServer.start(0, 1, Behavior.parse(List.of("*=latency:200ms")))) {
      Ledger ledger =
          run(
              target,
              "devices=20",
              "interval=400",
              "phase=spread",
              "duration=3s",
              "storm.at=1s",
              "storm.back-off=0s");

      Storm storm = ledger.folder().run().storms().get(0);
      assertThat(storm.koBy().keySet()).containsExactly("dropped");
      assertThat(storm.koBy().get("dropped")).isBetween(5L, 20L);
      assertThat(Counts.of(target.uri()).measured().connectionsByDevice())
          .hasSize(20)
          .allSatisfy((device, n) -> assertThat(n).isEqualTo(2));
      assertThat(ledger.requestsByDevice())
          .isEqualTo(Counts.of(target.uri()).measured().requestsByDevice());
    }
  }

  @Test
  void aServerThatIsAwayWhenTheFleetComesBackIsSeenAsWhatItIs() throws Exception {
    TargetServer target = TargetServer.start(0, 1, Behavior.PLAIN);
    int port = target.uri().getPort();
    try (GatlingProcess gatling =
        start(
            target,
            "devices=20",
            "interval=250",
            "duration=15s",
            "storm.at=8s",
            "storm.back-off=1s")) {
      gatling.awaitOutput("[0:0");
      target.close();
      gatling.awaitOutput("[0:1");
      try (TargetServer again = TargetServer.start(port, 1, Behavior.PLAIN)) {
        assertThat(gatling.exitCode()).as(gatling.toString()).isZero();
        Storm storm = new Ledger(gatling.runFolder()).balances().folder().run().storms().get(0);

        assertThat(storm.koBy().get("refused")).isGreaterThanOrEqualTo(20);
        assertThat(storm.back()).isEqualTo(20);
        assertThat(storm.allBackS()).isGreaterThan(1.5);
        assertThat(Counts.of(again.uri()).measured().requestsByDevice()).hasSize(20);
      }
    } finally {
      target.close();
    }
  }

  @Test
  void aFleetThatIsAwayToItsEndEndsWithItsSchedule() throws Exception {
    try (TargetServer target = TargetServer.start(0, 1, Behavior.PLAIN)) {
      Run run =
          run(
                  target,
                  "devices=10",
                  "interval=250",
                  "duration=4s",
                  "storm.at=2100ms",
                  "storm.back-off=5m")
              .folder()
              .run();

      assertThat(Duration.between(run.start(), run.end())).isLessThan(Duration.ofSeconds(10));
      assertThat(run.endpoints().get(0).planned()).isEqualTo(160);
      assertThat(run.endpoints().get(0).missedBy().get("back-off")).isBetween(60L, 80L);
      assertThat(run.storms()).extracting(Storm::back).containsExactly(0L);
    }
  }

  @Test
  void whatCameDueBeforeAnInterruptionIsMissedByWhoWasAway() throws Exception {
    try (TargetServer target = TargetServer.start(0, 1, Behavior.PLAIN);
        GatlingProcess gatling =
            start(
                target,
                "devices=10",
                "interval=250",
                "duration=60s",
                "storm.at=1s",
                "storm.back-off=1h")) {
      gatling.awaitOutput("[0:0");
      gatling.handle().destroy();
      gatling.exitCode();
      EndpointTotals a =
          new Ledger(gatling.runFolder()).balances().folder().run().endpoints().get(0);

      assertThat(a.planned()).isBetween(10 * 16L, 10 * 200L);
      assertThat(a.missedBy().get("back-off")).isGreaterThanOrEqualTo(10 * 12);
    }
  }

  private Ledger run(TargetServer target, String... properties) throws Exception {
    try (GatlingProcess gatling = start(target, properties)) {
      assertThat(gatling.exitCode()).as(gatling.toString()).isZero();
      Ledger ledger = new Ledger(gatling.runFolder()).balances();
      return ledger.equalsGatling(gatling.output());
    }
  }

  private GatlingProcess start(TargetServer target, String... properties) throws IOException {
    Stream<String> all =
        Stream.concat(Stream.of("target=" + target.uri(), "warm-up=1s"), Arrays.stream(properties));
    return GatlingProcess.start(folder, all.toArray(String[]::new));
  }
}
