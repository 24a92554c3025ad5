package fleetpoll.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fleetpoll.config.Parameter;
import fleetpoll.trust.Trust;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsLoaderTest {

  private final Workspace workspace;

  SettingsLoaderTest(@TempDir Path directory) {
    workspace = new Workspace(directory);
  }

  @Test
  void everyParameterIsInForceInTheOrderOfTheFile() {
    assertThat(workspace.load().inForce())
        .extracting(Parameter::key)
        .containsExactly(
            "devices",
            "duration",
            "interval",
            "target",
            "phase",
            "seed",
            "ramp",
            "warm-up",
            "timeout",
            "device-header",
            "identities",
            "mix",
            "endpoints",
            "endpoint.method",
            "endpoint.status",
            "login",
            "session",
            "secrets",
            "resolution",
            "local-addresses",
            "preflight",
            "checkpoint",
            "warm-up-ramp",
            "shard.count",
            "shard.index",
            "start-at",
            "tls.verify",
            "tls.trust",
            "tls.certificate",
            "tls.key",
            "tls.protocols",
            "proxy",
            "client.cookies",
            "client.follow-redirects",
            "client.most-redirects",
            "client.status-line",
            "client.header",
            "client.checked-body",
            "storm.at",
            "storm.back-off",
            "storm.jitter",
            "storm.resume",
            "jitter",
            "retry.first",
            "retry.factor",
            "retry.most",
            "retry.jitter",
            "duty.on",
            "duty.off",
            "link.like",
            "link.down",
            "link.up",
            "link.latency",
            "server.pid",
            "server.metrics",
            "started.folder",
            "started.ready",
            "started.ready-within",
            "started.stop-within",
            "embedded.host",
            "embedded.threads",
            "embedded.jvm-args",
            "embedded.faults",
            "validity.lateness",
            "validity.missed",
            "validity.exhausted",
            "validity.cpu",
            "validity.gc-pause",
            "validity.stall",
            "validity.ticks",
            "compare.rounds",
            "compare.cool-down",
            "compare.force",
            "baseline",
            "tolerance.success",
            "tolerance.missed",
            "tolerance.p50",
            "tolerance.p95",
            "tolerance.p99",
            "tolerance.floor",
            "tolerance.cpu",
            "tolerance.memory",
            "live.redis",
            "live.port",
            "live.devices",
            "slo.success",
            "slo.missed");
    assertThat(workspace.load().inForce())
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("normal")
        .contains(
            new Parameter("mix", "10:1", "conf/fleet.conf:39"),
            new Parameter(
                "endpoints",
                "[{\"bytes\":100,\"name\":\"A\",\"path\":\"/hello\",\"query\":{\"page\":\"1\"}},"
                    + "{\"bytes\":204800,\"name\":\"B\",\"path\":\"/hello\","
                    + "\"query\":{\"page\":\"200\"}}]",
                "conf/fleet.conf:46"));
  }

  @Test
  void certificatesAreVerifiedUnlessAskedOtherwise() {
    assertThat(workspace.load().trust()).isEqualTo(Trust.OF_THE_JVM);
    assertThat(workspace.load("tls.verify=false").trust().verifies()).isFalse();
  }

  @Test
  void aFileToTrustMustContainCertificates() {
    workspace.with("no.pem", "hello");

    assertThat(workspace.problems("tls.trust=no.pem"))
        .containsExactly(
            "tls.trust = no.pem (-Dtls.trust): must be a file of certificates in PEM, but contains"
                + " no -----BEGIN CERTIFICATE-----");
  }

  @ParameterizedTest
  @CsvSource({
    "duration, 1.5, 90000",
    "duration, 90s, 90000",
    "duration, 2 m, 120000",
    "duration, 10 minutes, 600000",
    "duration, 0.29, 17400",
    "duration, 7 d, 604800000",
    "duration, 500ms, 500",
    "interval, 250, 250",
    "interval, 1, 1",
    "interval, 0.25 s, 250",
    "interval, ' 250 ms ', 250",
    "interval, 1h, 3600000"
  })
  void durations(String key, String text, long millis) {
    FleetSettings settings = workspace.loadProfile("duration = 2h", key + "=" + text);

    assertThat(key.equals("duration") ? settings.duration() : settings.interval())
        .isEqualTo(Duration.ofMillis(millis));
  }

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:8000, http://127.0.0.1:8000",
    "HTTPS://host/base/, HTTPS://host/base",
    "http://[::1]:65535/, http://[::1]:65535",
    "http://my_server:8000/a/, http://my_server:8000/a"
  })
  void targets(String text, String url) {
    assertThat(workspace.load("target=" + text).target())
        .isEqualTo(new TargetSettings.Running(URI.create(url)));
  }

  @Test
  void everyParameterArrives() {
    FleetSettings settings =
        workspace.load(
            "target=embedded",
            "phase=Together",
            "seed=-9223372036854775808",
            "ramp=7 d",
            "warm-up=0 s",
            "timeout=1 ms",
            "device-header=x~1",
            "client.cookies=true",
            "client.follow-redirects=true",
            "client.most-redirects=100",
            "client.status-line=1B",
            "client.header=1GiB",
            "resolution=100",
            "local-addresses=127.0.0.2, ::1,127.0.0.2",
            "server.pid=2147483647",
            "embedded.threads=64",
            "embedded.jvm-args=-Xmx1g");

    assertThat(settings.target()).isEqualTo(new TargetSettings.Embedded());
    assertThat(settings.phase()).isEqualTo(Phase.TOGETHER);
    assertThat(settings.seed()).isEqualTo(Long.MIN_VALUE);
    assertThat(settings.ramp()).isEqualTo(Duration.ofDays(7));
    assertThat(settings.warmUp()).isZero();
    assertThat(settings.timeout()).isEqualTo(Duration.ofMillis(1));
    assertThat(settings.deviceHeader()).isEqualTo("x~1");
    assertThat(settings.client())
        .isEqualTo(new FleetSettings.ClientSettings(true, true, 100, 1, 1 << 30, 1 << 20));
    assertThat(settings.resolution()).isEqualTo(Duration.ofMillis(100));
    assertThat(settings.localAddresses())
        .extracting(InetAddress::getHostAddress)
        .containsExactly("127.0.0.2", "0:0:0:0:0:0:0:1");
    assertThat(settings.server())
        .isEqualTo(new ServerSettings(OptionalLong.of(Integer.MAX_VALUE), Optional.empty()));
    assertThat(settings.embedded())
        .isEqualTo(new EmbeddedSettings(64, List.of("-Xmx1g"), List.of()));
  }

  @Test
  void whatADeviceDoesUnlessToldOtherwise() {
    FleetSettings settings = workspace.load();

    assertThat(settings.client())
        .isEqualTo(new FleetSettings.ClientSettings(false, false, 20, 4_096, 65_536, 1 << 20));
    assertThat(settings.resolution()).isEqualTo(Duration.ofMillis(1));
    assertThat(settings.localAddresses()).isEmpty();
    assertThat(workspace.load("resolution=0").resolution()).isZero();
  }

  @Test
  void theServerIsTheTargetsAffairUnlessToldOtherwise() {
    assertThat(workspace.load().server()).isEqualTo(ServerSettings.UNSAID);
    assertThat(workspace.load("server.metrics=http://my_server:9100/metrics").server().metrics())
        .contains(URI.create("http://my_server:9100/metrics"));
    assertThat(workspace.load("server.metrics=http://[::1]:9100/metrics?a=b").server())
        .isEqualTo(
            new ServerSettings(
                OptionalLong.empty(), Optional.of(URI.create("http://[::1]:9100/metrics?a=b"))));
  }

  @Test
  void aServersProcessMustBeAlive() {
    assertThatExceptionOfType(InvalidSettings.class)
        .isThrownBy(
            () ->
                SettingsLoader.load(
                    Map.of("server.pid", "4711", "devices", "0"),
                    Path.of(""),
                    new SettingsLoader.Experts(faults -> {}, path -> {}, pid -> pid != 4711)))
        .withMessageContaining("devices = 0")
        .withMessageEndingWith(
            "server.pid = 4711 (-Dserver.pid): must be a process that is alive here, or none");
  }

  @Test
  void theCommandLineIsPlainText() {
    FleetSettings settings = workspace.load("embedded.faults=99%,${x},#{x},\"q\",[1]");

    assertThat(settings.embedded().faults()).containsExactly("99%", "${x}", "#{x}", "\"q\"", "[1]");
  }

  @Test
  void aSingleTextIsAListInAFile() {
    assertThat(workspace.loadProfile("embedded.faults = \"a,b\"").embedded())
        .extracting(EmbeddedSettings::faults)
        .isEqualTo(List.of("a,b"));
  }
}
