package fleetpoll.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fleetpoll.run.Connections;
import fleetpoll.run.DeviceRow;
import fleetpoll.run.ErrorRow;
import fleetpoll.run.Logins;
import fleetpoll.run.RunFolder;
import fleetpoll.trust.TestAuthority;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole runs against an nginx that asks each device for a certificate. */
class MutualTlsIT {

  private static final int DEVICES = 20;
  private static final String ENDPOINT = "endpoints = [ { name = A, path = /a, bytes = 100 } ]\n";

  @TempDir static Path folder;

  private static TestAuthority authority;

  @BeforeAll
  static void makeCertificates() throws Exception {
    authority = TestAuthority.make(folder.resolve("certificates"));
    authority.signServer("server", "DNS:localhost,IP:127.0.0.1");
    authority.sign(IntStream.rangeClosed(1, DEVICES).mapToObj("device-%04d"::formatted).toList());
    authority.signExpired("late");
  }

  /** The last one's has expired: nobody else's polls fail of that. */
  @Test
  void everyDeviceShowsItsOwnCertificate() throws Exception {
    Files.writeString(
        folder.resolve("ids.csv"),
        "id\n%slate\n"
            .formatted(
                "device-%04d\n"
                    .repeat(DEVICES)
                    .formatted(IntStream.rangeClosed(1, DEVICES).boxed().toArray())));
    Files.writeString(folder.resolve("own.conf"), ENDPOINT);
    try (SecureNginx nginx = SecureNginx.start(folder.resolve("nginx"), authority);
        GatlingProcess gatling =
            start(
                nginx.url("localhost"),
                "devices=" + (DEVICES + 1),
                "identities=" + folder.resolve("ids.csv"),
                "tls.certificate=" + authority.folder() + "/#{device}.pem",
                "tls.key=" + authority.folder() + "/#{device}.key",
                "storm.at=1s",
                "storm.back-off=100ms")) {
      gatling.exitCode();
      Ledger ledger = new Ledger(gatling.runFolder()).balances();

      assertThat(ledger.folder().devices())
          .filteredOn(row -> !row.device().equals("late"))
          .hasSize(DEVICES)
          .allMatch(row -> row.ok() > 2);
      assertThat(ledger.folder().errors())
          .filteredOn(row -> !row.device().equals("late"))
          .allMatch(row -> row.reason().equals("dropped"));
      assertThat(ledger.folder().errors())
          .filteredOn(row -> row.device().equals("late"))
          .extracting(ErrorRow::reason, row -> row.message().replaceFirst("at [^:]+:[^ ]+Z", "at"))
          .contains(
              tuple(
                  "tls",
                  "the server refuses the device's certificate, which expired at: it answers 400,"
                      + " The SSL certificate error"));
      assertThat(ledger.row("late", "A").ok()).isZero();
      assertThat(nginx.log().stream().filter(line -> line.contains(" 200 ")))
          .hasSizeGreaterThan(2 * DEVICES)
          .allMatch(
              line -> line.matches("(\\S+) CN=\\1 200 \\. TLSv1.3 localhost"), "own, new, named");
      assertThat(gatling.output()).contains("a certificate of its own for each device");
      Connections.Handshakes handshakes = ledger.folder().run().tlsHandshakes();
      assertThat(handshakes.count())
          .isGreaterThan(DEVICES)
          .isEqualTo(ledger.folder().devices().stream().mapToLong(DeviceRow::tlsHandshakes).sum());
      assertThat(handshakes.time().p99Ms()).isGreaterThanOrEqualTo(handshakes.time().p50Ms());
    }
  }

  @Test
  void aDeviceWithoutACertificateIsToldSo() throws Exception {
    Files.writeString(folder.resolve("own.conf"), ENDPOINT);
    try (SecureNginx nginx = SecureNginx.start(folder.resolve("nginx2"), authority);
        GatlingProcess gatling = start(nginx.url("127.0.0.1"), "devices=2")) {
      gatling.exitCode();

      List<ErrorRow> errors = new Ledger(gatling.runFolder()).balances().folder().errors();
      assertThat(errors)
          .hasSize(2)
          .allMatch(row -> row.reason().equals("tls"))
          .allMatch(
              row ->
                  row.message()
                      .equals(
                          "the server requires a certificate of the device, which sent none"
                              + " (tls.certificate): it answers 400, No required SSL certificate was"
                              + " sent"));
    }
  }

  /** A token is good only with the certificate of the device that has got it. */
  @Test
  void theProfileTelemetryLogsInOnceADeviceAndAllReportsSucceed() throws Exception {
    int devices = 4;
    try (SecureNginx nginx = SecureNginx.start(folder.resolve("nginx3"), authority);
        GatlingProcess gatling =
            start(
                nginx.url("localhost"),
                "profile=telemetry",
                "devices=" + devices,
                "interval=500",
                "duration=4s",
                "tls.certificate=" + authority.folder() + "/#{device}.pem",
                "tls.key=" + authority.folder() + "/#{device}.key")) {
      assertThat(gatling.exitCode()).as(gatling.toString()).isZero();

      RunFolder run =
          new Ledger(gatling.runFolder()).balances().equalsGatling(gatling.output()).folder();
      assertThat(run.devices())
          .hasSize(devices)
          .allMatch(row -> row.ok() > 2 && row.ok() == row.sent());
      assertThat(run.logins())
          .hasSize(devices)
          .extracting(Logins.Device::sent, Logins.Device::ok)
          .containsOnly(tuple(1L, 1L));
      long reports = run.devices().stream().mapToLong(DeviceRow::ok).sum();
      assertThat(nginx.log())
          .allMatch(line -> line.matches("(\\S+) CN=\\1 20[04] \\. TLSv1.3 localhost"))
          .filteredOn(line -> line.contains(" 204 "))
          .hasSize((int) reports);
      assertThat(nginx.log()).hasSize((int) reports + devices);
    }
  }

  private static GatlingProcess start(String target, String... properties) throws Exception {
    return GatlingProcess.start(
        folder,
        Stream.concat(
                Stream.of(
                    "target=" + target,
                    "profile=" + folder.resolve("own.conf"),
                    "tls.trust=" + authority.pem(),
                    "duration=2s",
                    "interval=200",
                    "warm-up=0s"),
                Stream.of(properties))
            .toArray(String[]::new));
  }
}
