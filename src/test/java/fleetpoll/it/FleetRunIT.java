package fleetpoll.it;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.run.DeviceRow;
import fleetpoll.server.Behavior;
import fleetpoll.server.Counts;
import fleetpoll.server.TargetServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real runs against a real server on loopback. */
class FleetRunIT {

  private static final String[] SMALL = {"devices=20", "duration=5s", "interval=250", "warm-up=1s"};
  private static final long POLLS_OF_A = 400;

  /** A generator that stands still for a moment misses what came due in it. */
  private static final long MOST_MISSED = POLLS_OF_A / 4;

  @TempDir Path folder;

  @Test
  @Tag("alone")
  void devicesGatlingAndTargetCountTheSame() throws Exception {
    try (TargetServer target = TargetServer.start(0, 1, Behavior.PLAIN)) {
      Ledger ledger = run(target, SMALL);

      Counts counts = Counts.of(target.uri());
      assertThat(ledger.requestsByDevice()).isEqualTo(counts.measured().requestsByDevice());
      assertThat(counts.measured().requestsByPath())
          .isEqualTo(
              Map.of("/hello?page=1", sent(ledger, "A"), "/hello?page=200", sent(ledger, "B")));
      assertThat(sent(ledger, "A")).isBetween(POLLS_OF_A - MOST_MISSED, POLLS_OF_A);
      assertThat(counts.measured().connectionsByDevice())
          .hasSize(20)
          .allSatisfy((d, n) -> assertThat(n).isEqualTo(1));
      assertThat(counts.warmUp().requestsByDevice()).hasSize(20);
      assertThat(counts.warmUp().connectionsByDevice())
          .isEqualTo(counts.measured().connectionsByDevice());
      assertThat(ledger.folder().devices())
          .allMatch(row -> row.ok() == row.sent())
          .allMatch(row -> row.bytes() == row.ok() * (row.endpoint().equals("A") ? 100 : 204_800));
      assertThat(ledger.folder().devices())
          .allMatch(row -> row.wireBytes() > row.bytes() + 20 * row.ok())
          .allMatch(row -> row.connections() == 0 && row.connectMaxMs() == null);
      assertThat(ledger.folder().devices())
          .filteredOn(row -> row.endpoint().equals("A"))
          .allMatch(row -> row.warmUpConnections() == 1 && row.warmUpConnectMeanMs() > 0);
    }
  }

  @Test
  @Tag("alone")
  void exactlyTheSickDevicesAreSickAndForTheirReasons() throws Exception {
    Behavior sick =
        Behavior.parse(
            List.of(
                "device-0001=error:1/2",
                "device-0002=reset:1/2",
                "device-0003=close:1/2",
                "device-0004=cut:1/2",
                "device-0005=stall:1/4",
                "device-0006=garbage:1/2",
                "device-0007=short:1/2",
                "device-0008=latency:700ms"));
    try (TargetServer target = TargetServer.start(0, 1, sick)) {
      Ledger ledger =
          run(target, "devices=10", "duration=5s", "interval=250", "warm-up=1s", "timeout=2s");

      assertThat(ledger.koBy("device-0001")).isEqualTo(Map.of("status 503", half(ledger, 1)));
      assertThat(ledger.koBy("device-0002")).isEqualTo(Map.of("reset", half(ledger, 2)));
      assertThat(ledger.koBy("device-0003")).isEqualTo(Map.of("closed", half(ledger, 3)));
      assertThat(ledger.koBy("device-0004")).isEqualTo(Map.of("closed", half(ledger, 4)));
      assertThat(ledger.koBy("device-0005").keySet()).containsExactly("timeout");
      assertThat(ledger.koBy("device-0006")).isEqualTo(Map.of("other", half(ledger, 6)));
      assertThat(ledger.koBy("device-0007")).isEqualTo(Map.of("length", half(ledger, 7)));
      assertThat(ledger.koBy("device-0008")).isEmpty();
      DeviceRow slow = ledger.row("device-0008", "A");
      assertThat(slow.missed()).isPositive();
      assertThat(slow.serviceMinMs()).isGreaterThanOrEqualTo(700);
      assertThat(ledger.row("device-0003", "A").connections()).isPositive();
      assertThat(ledger.row("device-0003", "A").connectMaxMs()).isPositive();
      assertThat(ledger.row("device-0009", "A").connections()).isZero();
      assertThat(ledger.koBy("device-0009")).isEmpty();
      assertThat(ledger.koBy("device-0010")).isEmpty();
      assertThat(ledger.requestsByDevice())
          .isEqualTo(Counts.of(target.uri()).measured().requestsByDevice());
    }
  }

  /** Neither caching nor cookies nor redirects, unless asked for. */
  @Test
  void aTargetThatInvitesCachingOrRedirectsReceivesEveryPollAndNoOther() throws Exception {
    Path profile =
        profile(
            """
            mix = none
            endpoints = [
              { name = Hello, path = /hello, query { page = "1" }, bytes = 100 }
              { name = Moved, path = /moved }
            ]
            """);
    try (TargetServer target =
        TargetServer.start(0, 1, Behavior.parse(List.of("validators", "cookies")))) {
      Ledger ledger = run(target, "profile=" + profile, "devices=5", "duration=3s", "warm-up=1s");

      Counts counts = Counts.of(target.uri());
      assertThat(ledger.requestsByDevice()).isEqualTo(counts.measured().requestsByDevice());
      assertThat(counts.measured().faultsByKind()).isEmpty();
      assertThat(counts.measured().withCookie()).isZero();
      assertThat(ledger.row("device-0001", "Hello").ko()).isZero();
      assertThat(ledger.koBy("device-0001").keySet()).containsExactly("status 302");
    }
  }

  @Test
  @Tag("alone")
  void cookiesAreKeptAndRedirectsFollowedWhenAskedFor() throws Exception {
    Path profile =
        profile("endpoints = [{ name = Moved, path = /moved, bytes = 100 }]\nmix = none\n");
    try (TargetServer target = TargetServer.start(0, 1, Behavior.parse(List.of("cookies")))) {
      Ledger ledger =
          new Ledger(
                  store(
                      target,
                      "profile=" + profile,
                      "devices=5",
                      "duration=3s",
                      "warm-up=1s",
                      "client.cookies=true",
                      "client.follow-redirects=true"))
              .balances();

      assertThat(ledger.folder().devices())
          .allMatch(row -> row.ok() == row.sent() && row.sent() > row.planned() / 2);
      assertThat(Counts.of(target.uri()).measured().withCookie()).isPositive();
    }
  }

  @Test
  @Tag("alone")
  void identitiesReachPathQueryHeadersAndBody() throws Exception {
    Path identities = folder.resolve("devices.csv");
    Files.writeString(identities, "id,site\n\"<b>\"\"1\",north\npump 2,south\n");
    Path body = folder.resolve("state.json");
    Files.writeString(body, "{\"device\": \"#{device}\", \"site\": \"#{site}\"}");
    Path profile =
        profile(
            """
            mix = none
            endpoints = [
              { name = Report, method = POST, path = /report, body = "%s", status = 204,
                headers { "X-Site" = "#{site}" } }
              { name = Hello, path = /hello, query { page = "1", from = "#{device}" } }
            ]
            """
                .formatted(body));
    try (TargetServer target = TargetServer.start(0, 1, Behavior.PLAIN)) {
      Ledger ledger =
          run(
              target,
              "profile=" + profile,
              "identities=" + identities,
              "devices=2",
              "duration=2s",
              "warm-up=1s");

      Counts counts = Counts.of(target.uri());
      assertThat(ledger.folder().devices())
          .hasSize(4)
          .allMatch(row -> row.ok() == row.sent() && row.ok() > 0);
      assertThat(counts.measured().requestsByDevice())
          .containsOnlyKeys("<b>\"1", "pump 2")
          .isEqualTo(ledger.requestsByDevice());
      assertThat(counts.warmUp().requestsByPath()).doesNotContainKey("/report");
    }
  }

  @Test
  void badInputIsOneMessageBeforeAnythingStarts() throws Exception {
    try (GatlingProcess gatling =
        GatlingProcess.start(
            folder,
            "devices=0",
            "interval=soon",
            "devcies=5",
            "target=nowhere",
            "embedded.faults=x")) {
      assertThat(gatling.exitCode()).isEqualTo(64);
      assertThat(gatling.output().lines())
          .hasSize(6)
          .anyMatch(line -> line.contains("devices = 0 (-Ddevices)"))
          .anyMatch(line -> line.contains("interval = soon (-Dinterval)"))
          .anyMatch(line -> line.contains("devcies"))
          .anyMatch(line -> line.contains("embedded.faults = x (-Dembedded.faults): fault"))
          .anyMatch(line -> line.contains("target = nowhere (-Dtarget)"));
      assertThat(gatling.findRunFolder()).isEmpty();
    }
  }

  @Test
  void anAddressOfAnotherMachineIsRefusedBeforeTheStart() throws Exception {
    try (GatlingProcess gatling =
        GatlingProcess.start(folder, "duration=1s", "local-addresses=127.0.0.2,192.0.2.1")) {
      assertThat(gatling.exitCode()).isEqualTo(64);
      assertThat(gatling.output())
          .endsWith(
              "Fleetpoll cannot start:\n"
                  + "  local-addresses: 192.0.2.1 is no address of this machine\n");
      assertThat(gatling.findRunFolder()).isEmpty();
    }
  }

  private Path profile(String hocon) throws IOException {
    return Files.writeString(folder.resolve("fleet-under-test.conf"), hocon);
  }

  private Ledger run(TargetServer target, String... properties) throws Exception {
    try (GatlingProcess gatling = start(target, properties)) {
      assertThat(gatling.exitCode()).as(gatling.toString()).isZero();
      assertThat(gatling.runFolder().gatlingReport()).exists();
      assertThat(gatling.runFolder().devicesPage()).exists();
      return new Ledger(gatling.runFolder()).balances().equalsGatling(gatling.output());
    }
  }

  private fleetpoll.run.RunFolder store(TargetServer target, String... properties)
      throws Exception {
    try (GatlingProcess gatling = start(target, properties)) {
      assertThat(gatling.exitCode()).as(gatling.toString()).isZero();
      return gatling.runFolder();
    }
  }

  private static long sent(Ledger ledger, String endpoint) throws IOException {
    return ledger.folder().devices().stream()
        .filter(row -> row.endpoint().equals(endpoint))
        .mapToLong(DeviceRow::sent)
        .sum();
  }

  /** A fault of every second request. */
  private static long half(Ledger ledger, int device) throws IOException {
    return ledger.requestsByDevice().get("device-000" + device) / 2;
  }

  private GatlingProcess start(TargetServer target, String... properties) throws IOException {
    String[] all = java.util.Arrays.copyOf(properties, properties.length + 1);
    all[properties.length] = "target=" + target.uri();
    return GatlingProcess.start(folder, all);
  }
}
