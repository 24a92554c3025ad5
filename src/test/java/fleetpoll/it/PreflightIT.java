package fleetpoll.it;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.run.EndpointTotals;
import fleetpoll.server.Behavior;
import fleetpoll.server.TargetServer;
import fleetpoll.trust.TestKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run finds out about a server before its load. */
class PreflightIT {

  private static final String SELF_SIGNED_FOR_ANOTHER =
      "the server's certificate is self-signed and not trusted (tls.trust = its PEM file: then it"
          + " is), and it is for other.example, not for 127.0.0.1";

  @TempDir Path folder;

  @Test
  void aServerThatIsNotThereIsRefusedInOneSentence() throws Exception {
    String url = "http://127.0.0.1:" + FreePort.find();
    assertRefused(
        url
            + " accepts no connection within 3 s (preflight): refused, connecting to "
            + url.substring("http://".length())
            + ".",
        "target=" + url);
  }

  @Test
  void aNameThatNobodyKnowsIsRefused() throws Exception {
    assertRefused(
        "http://nobody.invalid accepts no connection within 3 s (preflight): dns, looking up"
            + " nobody.invalid.",
        "target=http://nobody.invalid");
  }

  /** One that begins to listen within the time is polled. */
  @Test
  void aServerThatJustStartsIsAwaited() throws Exception {
    int port = FreePort.find();
    try (GatlingProcess gatling =
        start("target=http://127.0.0.1:" + port, "preflight=1m", "slo.success=100%")) {
      gatling.awaitOutput("simulation.log");
      try (TargetServer late = TargetServer.start(port, 1, Behavior.PLAIN)) {
        assertThat(late.uri()).hasPort(port);
        assertThat(gatling.exitCode()).as(gatling.toString()).isZero();
      }
    }
  }

  @Test
  void aCertificateOfAnotherIsTls() throws Exception {
    TestKeys others = TestKeys.make(folder, "dns:other.example");
    try (SecureServer server = new SecureServer(others)) {
      String origin = server.url().substring("https://".length());
      assertRefused(
          server.url()
              + " accepts no connection within 3 s (preflight): tls, TLS handshake with "
              + origin
              + ": "
              + SELF_SIGNED_FOR_ANOTHER
              + ".",
          "target=" + server.url(),
          "preflight=3s");

      try (GatlingProcess gatling = start("target=" + server.url(), "preflight=none")) {
        gatling.exitCode();
        Ledger ledger = new Ledger(gatling.runFolder()).balances();
        EndpointTotals a = ledger.folder().run().endpoints().get(0);
        assertThat(a.ok()).isZero();
        assertThat(a.koBy().keySet()).isEqualTo(Set.of("tls"));
        assertThat(Files.readString(ledger.folder().path().resolve("errors.csv")))
            .contains(SELF_SIGNED_FOR_ANOTHER);
      }

      try (GatlingProcess gatling =
          start("target=" + server.url(), "tls.verify=false", "preflight=1m")) {
        assertThat(gatling.exitCode()).as(gatling.toString()).isZero();
        assertThat(gatling.output())
            .contains(server.url() + ", certificates are not verified (tls.verify = false)")
            .contains("certificates were not verified (tls.verify = false)");
        assertAllOk(gatling);
      }
    }
  }

  @Test
  void aTrustedCertificateOfTheHostIsFine() throws Exception {
    TestKeys keys = TestKeys.make(folder, "ip:127.0.0.1");
    try (SecureServer server = new SecureServer(keys);
        GatlingProcess gatling =
            start("target=" + server.url(), "tls.trust=" + keys.pem(), "preflight=1m")) {
      assertThat(gatling.exitCode()).as(gatling.toString()).isZero();
      assertThat(gatling.output()).doesNotContain("not verified");
      assertAllOk(gatling);
    }
  }

  /** With the target still to start, so that nothing has to be stopped. */
  @Test
  void resultsThatCannotBeWrittenAreRefusedInOneSentence() throws Exception {
    Path results = Files.createFile(folder.resolve("gatling"));
    try (GatlingProcess gatling = GatlingProcess.startInto(results, folder, "devices=3")) {
      assertThat(gatling.exitCode()).as(gatling.toString()).isEqualTo(64);
      assertThat(gatling.output())
          .contains("The results folder " + results + " cannot be written (it is a file); name")
          .doesNotContain("\tat ");
    }
  }

  private static void assertAllOk(GatlingProcess gatling) throws IOException {
    assertThat(new Ledger(gatling.runFolder()).balances().folder().run().endpoints())
        .anyMatch(endpoint -> endpoint.ok() > 0)
        .allMatch(endpoint -> endpoint.ko() == 0);
  }

  private void assertRefused(String sentence, String... properties) throws Exception {
    try (GatlingProcess gatling = start(properties)) {
      assertThat(gatling.exitCode()).as(gatling.toString()).isEqualTo(69);
      assertThat(gatling.output()).endsWith("\n" + sentence + "\n").doesNotContain("\tat ");
      try (Stream<Path> runs = Files.list(gatling.results())) {
        assertThat(runs).isEmpty();
      }
    }
  }

  private GatlingProcess start(String... properties) throws IOException {
    return GatlingProcess.start(
        folder,
        Stream.concat(
                Stream.of(
                    "preflight=3s",
                    "slo.missed=100%",
                    "devices=3",
                    "duration=1s",
                    "interval=100",
                    "warm-up=0s"),
                Stream.of(properties))
            .toArray(String[]::new));
  }
}
