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

  @Test
  void nothingUnknownIsBelowARoot() {
    assertThat(workspace.problems("client.any.thing=1"))
        .singleElement()
        .asString()
        .startsWith("client.any.thing (-Dclient.any.thing): unknown; did you mean ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"endpoints", "endpoints.0.path", "endpoints[0].path", "endpoints.x", "endpoint"})
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
