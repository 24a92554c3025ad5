package fleetpoll.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineNamesTest {

  private final Workspace workspace;

  CommandLineNamesTest(@TempDir Path directory) {
    workspace = new Workspace(directory);
  }

  /** Properties that JDK 17 and 25, Maven, its plugins and Gatling's have for themselves. */
  static Stream<String> namesOfOthers() throws IOException {
    try (InputStream names = CommandLineNamesTest.class.getResourceAsStream("property-names.txt")) {
      return new String(names.readAllBytes(), StandardCharsets.UTF_8).lines().toList().stream();
    }
  }

  @Test
  void namesOfOthersAreLeftAlone() throws IOException {
    Map<String, String> properties = new HashMap<>();
    namesOfOthers().forEach(name -> properties.put(name, "x"));

    assertThatCode(() -> SettingsLoader.load(properties, workspace.directory()))
        .doesNotThrowAnyException();
  }

  @Test
  void theNamesOfThisVeryProcessAreLeftAlone() {
    Map<String, String> properties = new HashMap<>();
    System.getProperties().stringPropertyNames().forEach(name -> properties.put(name, "x"));

    assertThatCode(() -> SettingsLoader.load(properties, workspace.directory()))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "devcies, devices",
    "device, devices",
    "Devices, devices",
    "DEVICES, devices",
    "warmup, warm-up",
    "warmUp, warm-up",
    "intervall, interval",
    "ineterval, interval",
    "profil, profile",
    "sed, seed",
    "seeds, seed",
    "rmap, ramp",
    "mx, mix",
    "phsae, phase",
    "taregt, target",
    "device-hedaer, device-header",
    "client.cookie, client.cookies",
    "server.pids, server.pid",
    "server.metric, server.metrics",
    "embedded.jvmArgs, embedded.jvm-args",
    "embedded.faults.0, embedded.faults",
    "endpoint.stauts, endpoint.status"
  })
  void slipsAreTold(String name, String meant) {
    assertThat(workspace.problems(name + "=1"))
        .containsExactly(name + " (-D" + name + "): unknown; did you mean " + meant + "?");
  }

  @ParameterizedTest
  @CsvSource({
    "rounds, compare.rounds",
    "cool-down, compare.cool-down",
    "threads, embedded.threads",
    "redis, live.redis",
    "success, tolerance.success or slo.success or slo.device.success",
    "A.p99, slo.a.p99"
  })
  void theEndOfAKeyIsMeantForUs(String name, String meant) {
    assertThat(workspace.problems(name + "=2"))
        .containsExactly(name + " (-D" + name + "): unknown; did you mean " + meant + "?");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          server     | http://10.0.0.5:8000 | server.pid, server.metrics
          shard      | 4    | shard.count, shard.index
          storm      | 10s  | storm.at, storm.back-off, storm.jitter, storm.resume
          retry      | 1s   | retry.first, retry.factor, retry.most, retry.jitter
          duty       | 10s  | duty.on, duty.off
          link       | lte-m | link.like, link.down, link.up, link.latency
          endpoint   | /hello | endpoint.method, endpoint.status
          compare    | 3    | compare.rounds, compare.cool-down, compare.force
          live       | 9464 | live.redis, live.port, live.devices
          tls        | none | tls.verify, tls.trust, tls.certificate, tls.key, tls.protocols
          started    | true | started.folder, started.ready, started.ready-within, started.stop-within
          embedded   | true | embedded.host, embedded.threads, embedded.jvm-args, embedded.faults
          validity   | none | validity.lateness, validity.missed, validity.exhausted, validity.cpu, validity.gc-pause, validity.stall, validity.ticks
          tolerance  | none | tolerance.success, tolerance.missed, tolerance.p50, tolerance.p95, tolerance.p99, tolerance.floor, tolerance.cpu, tolerance.memory
          slo.device | 99%  | slo.device.success, slo.device.missed
          slo.server | 1.5  | slo.server.cpu, slo.server.memory
          """)
  void aGroupHasNoValue(String name, String value, String keys) {
    assertThat(workspace.problems(name + "=" + value))
        .containsExactly(
            name + " = " + value + " (-D" + name + "): is a group of parameters: " + keys);
  }

  @Test
  void ofALargeGroupTheFirstParametersAreNamed() {
    assertThat(workspace.problems("slo=none"))
        .singleElement()
        .asString()
        .startsWith(
            "slo = none (-Dslo): is a group of parameters: slo.success, slo.missed,"
                + " slo.device.success, ")
        .endsWith(", ...");
  }

  @Test
  void aGroupsValueDoesNotShowAPassword() {
    assertThat(workspace.problems("server=http://me:hunter2@10.0.0.5:8000"))
        .singleElement()
        .asString()
        .startsWith("server = http://")
        .doesNotContain("hunter2");
  }

  @Test
  void groupsAreToldTogetherWithWhatElseIsWrong() {
    assertThat(workspace.problems("storm=10s", "devices=0", "shard=4", "live="))
        .containsExactly(
            "devices = 0 (-Ddevices): must be a whole number from 1 to 100,000",
            "shard = 4 (-Dshard): is a group of parameters: shard.count, shard.index",
            "storm = 10s (-Dstorm): is a group of parameters: storm.at, storm.back-off,"
                + " storm.jitter, storm.resume",
            "live = \"\" (-Dlive): is a group of parameters: live.redis, live.port, live.devices");
  }

  @ParameterizedTest
  @CsvSource({
    "shards, shard.count or shard.index",
    "Shard, shard.count or shard.index",
    "SERVERS, server.pid or server.metrics",
    "storms, storm.at or storm.back-off or storm.jitter"
  })
  void aGroupInThePluralOrInOtherCaseIsMeantForUs(String name, String meant) {
    assertThat(workspace.problems(name + "=4"))
        .containsExactly(name + " (-D" + name + "): unknown; did you mean " + meant + "?");
  }

  @ParameterizedTest
  @CsvSource({
    "devices.x, devices",
    "devices.count, devices",
    "devices[0], devices",
    "target.url, target",
    "target[1], target",
    "seed.value, seed"
  })
  void nothingIsBelowAValue(String name, String meant) {
    assertThat(workspace.problems(name + "=3"))
        .containsExactly(name + " (-D" + name + "): unknown; did you mean " + meant + "?");
  }

  @Test
  void nothingUnknownIsBelowARoot() {
    assertThat(workspace.problems("client.any.thing=1"))
        .singleElement()
        .asString()
        .startsWith("client.any.thing (-Dclient.any.thing): unknown; did you mean ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"endpoints", "Endpoints", "endpoints.0.path", "endpoints[0].path", "endpoints.x"})
  void endpointsComeFromFiles(String name) {
    assertThat(workspace.problems(name + "=1"))
        .containsExactly(
            name
                + " (-D"
                + name
                + "): endpoints cannot be on the command line: write it into a profile and give"
                + " -Dprofile=./my-fleet.conf");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dev",
        "clients",
        "client",
        "path",
        "durationOfEverything",
        "name",
        "team",
        "users",
        "place",
        "base"
      })
  void whatIsFarFromAnyParameterIsLeftAlone(String name) {
    assertThatCode(() -> workspace.load(name + "=1")).doesNotThrowAnyException();
  }
}
