package fleetpoll.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fleetpoll.run.EndpointTotals;
import fleetpoll.run.Logins;
import fleetpoll.run.RunFolder;
import fleetpoll.simulation.DevicePollAfterLoginSimulation;
import fleetpoll.simulation.DevicePollSimulation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Devices that log in, by the settings or by a simulation, and what a run says about it. */
class LoginIT {

  private static final String REFUSED = "device-0003";

  private static final String POLLS =
      """
      mix = none
      endpoints = [
        { name = State, path = /state, headers { Authorization = "Bearer #{token}" } }
        { name = Odd, path = /state, headers { Authorization = "Bearer #{token}" }, every = 5,
          check { json { "$.echo" = none } } }
      ]
      """;

  private static final String LOGIN =
      "login { path = /login, headers { X-Id = \"#{device}\" }, save { token = \"$.access_token\" } }\n";

  @TempDir Path folder;

  private GatlingProcess start(Class<?> simulation, TokenServer server, String hocon)
      throws IOException {
    Path profile = Files.writeString(folder.resolve("p.conf"), hocon + POLLS);
    return GatlingProcess.start(
        simulation,
        folder,
        "target=" + server.uri(),
        "profile=" + profile,
        "devices=5",
        "interval=100",
        "duration=2s",
        "warm-up=300ms");
  }

  /** Exactly one, and one for each 401; a device that cannot log in tries once a tick. */
  @Test
  void eachDeviceLogsInOnceAndOnceForEachAnswer401() throws Exception {
    try (TokenServer server = new TokenServer(7, REFUSED);
        GatlingProcess gatling = start(DevicePollSimulation.class, server, LOGIN)) {
      assertThat(gatling.exitCode()).as(gatling.toString()).isZero();

      RunFolder run = new Ledger(gatling.runFolder()).balances().folder();
      Map<String, Integer> expected =
          server.logins().keySet().stream()
              .collect(
                  Collectors.toMap(
                      Function.identity(), d -> 1 + server.refusals().getOrDefault(d, 0)));
      expected.put(REFUSED, server.logins().get(REFUSED));
      assertThat(server.logins()).hasSize(5).isEqualTo(expected);
      assertThat(server.refusals()).hasSize(4).doesNotContainKey(REFUSED);
      assertThat(run.logins())
          .hasSize(5)
          .allSatisfy(row -> assertThat(row.sent()).isEqualTo((long) expected.get(row.device())));
      assertTotals(run, expected);
      assertThat(gatling.output())
          .contains("login           POST /login once a device before its first tick, again on 401")
          .containsPattern("> login +\\|");
      assertNoSecret(run, gatling.output());
    }
  }

  private static void assertTotals(RunFolder run, Map<String, Integer> sent) throws IOException {
    Logins logins = run.run().logins();
    assertThat(logins.sent()).isEqualTo(sent.values().stream().mapToLong(Integer::longValue).sum());
    assertThat(logins.koBy()).isEqualTo(Map.of("status 503", (long) sent.get(REFUSED)));
    assertThat(logins.service().p50Ms()).isPositive();
    assertThat(run.logins())
        .filteredOn(row -> row.ko() > 0)
        .singleElement()
        .satisfies(row -> assertThat(row.device()).isEqualTo(REFUSED))
        .satisfies(row -> assertThat(row.reason()).isEqualTo("status 503"));
    EndpointTotals state = run.run().endpoints().get(0);
    assertThat(state.ok()).isPositive();
    assertThat(state.koBy()).containsOnlyKeys("status 401");
    assertNeverPolls(run);
    assertThat(Files.readString(run.devicesPage()))
        .contains("Devices whose logins failed", "status 503, not 200");
  }

  /** Some polls are another's fault on a busy machine. */
  private static void assertNeverPolls(RunFolder run) throws IOException {
    assertThat(new Ledger(run).row(REFUSED, "State").missed()).isEqualTo(20);
    assertThat(run.run().endpoints().get(0).missedBy().get("login")).isBetween(10L, 20L);
  }

  /** A check that says no quotes the body, and the body contains the token. */
  private static void assertNoSecret(RunFolder run, String output) throws IOException {
    assertThat(Files.readString(run.path().resolve(RunFolder.ERRORS)))
        .contains("$.echo is ***, not none");
    assertThat(output).contains("$.echo is ***").doesNotContain(TokenServer.SECRET);
    try (Stream<Path> files = Files.walk(run.path())) {
      assertThat(files.filter(Files::isRegularFile))
          .hasSizeGreaterThan(8)
          .allSatisfy(
              file ->
                  assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                      .doesNotContain(TokenServer.SECRET));
    }
  }

  /** The example simulation: what it saves in the session is in the requests. */
  @Test
  void aSimulationLogsInByItselfAndGivesTheTokenToItsDevice() throws Exception {
    try (TokenServer server = new TokenServer(1_000, REFUSED);
        GatlingProcess gatling =
            start(DevicePollAfterLoginSimulation.class, server, "session = [token]\n")) {
      assertThat(gatling.exitCode()).as(gatling.toString()).isZero();

      RunFolder run = new Ledger(gatling.runFolder()).balances().folder();
      assertThat(server.logins()).hasSize(5).allSatisfy((d, n) -> assertThat(n).isEqualTo(1));
      assertThat(server.bodies()).containsEntry("device-0004", "{\"id\": \"device-0004\"}");
      assertThat(server.refusals()).isEmpty();
      EndpointTotals state = run.run().endpoints().get(0);
      assertThat(state.ko()).isZero();
      assertNeverPolls(run);
      assertThat(state.ok()).isPositive();
      assertThat(run.logins())
          .filteredOn(row -> row.ko() > 0)
          .extracting(Logins.Device::device, Logins.Device::reason, Logins.Device::message)
          .containsExactly(tuple(REFUSED, "session", "the virtual user's session has no token"));
      assertNoSecret(run, gatling.output());
      assertThat(gatling.output()).contains("the simulation gives token");
    }
  }
}
