package fleetpoll.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsLoaderTest {

  @TempDir Path directory;

  @Test
  void theCommandLineIsOverTheProfileAndTheProfileOverTheDefaults() {
    FleetSettings settings =
        new Workspace(directory).load("profile=smoke", "devices=3", "embedded.faults=a=b, c=d");

    assertThat(settings.devices()).isEqualTo(3);
    assertThat(settings.duration()).isEqualTo(Duration.ofSeconds(10));
    assertThat(settings.interval()).isEqualTo(Duration.ofMillis(500));
    assertThat(settings.embedded().faults()).containsExactly("a=b", "c=d");
    assertThat(settings.inForce())
        .contains(
            new Parameter("devices", "3", "-Ddevices"),
            new Parameter("duration", "10 s", "conf/profiles/smoke.conf:3"),
            new Parameter("interval", "500 ms", "conf/fleet.conf:12"),
            new Parameter("embedded.faults", "a=b, c=d", "-Dembedded.faults"));
  }

  @Test
  void everyParameterIsInForceInTheOrderOfTheFile() {
    assertThat(new Workspace(directory).load().inForce())
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
            "client.cookies",
            "client.follow-redirects",
            "server.pid",
            "server.metrics",
            "embedded.threads",
            "embedded.jvm-args",
            "embedded.faults",
            "validity.lateness",
            "validity.lateness-floor",
            "validity.missed",
            "validity.exhausted",
            "validity.cpu",
            "validity.gc-pause",
            "validity.ticks");
    assertThat(new Workspace(directory).load().inForce())
        .contains(
            new Parameter("mix", "10:1", "conf/fleet.conf:39"),
            new Parameter(
                "endpoints",
                "[{\"bytes\":100,\"name\":\"A\",\"path\":\"/hello\",\"query\":{\"page\":\"1\"}},"
                    + "{\"bytes\":204800,\"name\":\"B\",\"path\":\"/hello\","
                    + "\"query\":{\"page\":\"200\"}}]",
                "conf/fleet.conf:44"));
  }

  @Test
  void aProfilesFileIsShownAsItWasWritten() {
    Workspace workspace = new Workspace(directory).with("sub/my.conf", "\nseed = 7");

    assertThat(workspace.load("profile=./sub/my.conf").inForce())
        .contains(new Parameter("seed", "7", "./sub/my.conf:2"));
  }

  @Test
  void filesMayReferToEachOther() {
    FleetSettings settings =
        new Workspace(directory)
            .loadProfile(
                "timeout = ${interval}\nembedded.jvm-args = ${embedded.jvm-args} [\"-Da=b\"]");

    assertThat(settings.timeout()).isEqualTo(settings.interval());
    assertThat(settings.embedded().jvmArgs()).hasSizeGreaterThan(1).endsWith("-Da=b");
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
    FleetSettings settings =
        new Workspace(directory).loadProfile("duration = 2h", key + "=" + text);

    assertThat(key.equals("duration") ? settings.duration() : settings.interval())
        .isEqualTo(Duration.ofMillis(millis));
  }

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:8000, http://127.0.0.1:8000",
    "HTTPS://host/base/, HTTPS://host/base",
    "http://[::1]:65535/, http://[::1]:65535"
  })
  void targets(String text, String url) {
    assertThat(new Workspace(directory).load("target=" + text).target()).contains(URI.create(url));
  }

  @Test
  void everyParameterArrives() {
    FleetSettings settings =
        new Workspace(directory)
            .load(
                "target=embedded",
                "phase=Together",
                "seed=-9223372036854775808",
                "ramp=7 d",
                "warm-up=0 s",
                "timeout=1 ms",
                "device-header=x~1",
                "client.cookies=true",
                "client.follow-redirects=true",
                "server.pid=2147483647",
                "embedded.threads=64",
                "embedded.jvm-args=-Xmx1g");

    assertThat(settings.target()).isEmpty();
    assertThat(settings.phase()).isEqualTo(Phase.TOGETHER);
    assertThat(settings.seed()).isEqualTo(Long.MIN_VALUE);
    assertThat(settings.ramp()).isEqualTo(Duration.ofDays(7));
    assertThat(settings.warmUp()).isZero();
    assertThat(settings.timeout()).isEqualTo(Duration.ofMillis(1));
    assertThat(settings.deviceHeader()).isEqualTo("x~1");
    assertThat(settings.client()).isEqualTo(new ClientSettings(true, true));
    assertThat(settings.server())
        .isEqualTo(new ServerSettings(OptionalLong.of(Integer.MAX_VALUE), Optional.empty()));
    assertThat(settings.embedded())
        .isEqualTo(new EmbeddedSettings(64, List.of("-Xmx1g"), List.of()));
  }

  @Test
  void theServerIsTheTargetsAffairUnlessToldOtherwise() {
    assertThat(new Workspace(directory).load().server()).isEqualTo(ServerSettings.UNSAID);
    assertThat(
            new Workspace(directory).load("server.metrics=http://[::1]:9100/metrics?a=b").server())
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
                    directory,
                    faults -> {},
                    pid -> pid != 4711))
        .withMessageContaining("2 problems")
        .withMessageEndingWith(
            "server.pid = 4711 (-Dserver.pid): must be a process that is alive here, or none");
  }

  @Test
  void theCommandLineIsPlainText() {
    FleetSettings settings =
        new Workspace(directory).load("embedded.faults=99%,${x},#{x},\"q\",[1]");

    assertThat(settings.embedded().faults()).containsExactly("99%", "${x}", "#{x}", "\"q\"", "[1]");
  }

  @Test
  void aSingleTextIsAListInAFile() {
    assertThat(new Workspace(directory).loadProfile("embedded.faults = \"a,b\"").embedded())
        .extracting(EmbeddedSettings::faults)
        .isEqualTo(List.of("a,b"));
  }

  @Test
  void everythingThatIsWrongIsToldAtOnceInTheOrderOfTheFile() {
    new Workspace(directory)
        .with("p.conf", "devices = many\nendpoints = [{name = a, path = x}]\nembeded { a = 1 }");

    assertThatExceptionOfType(InvalidSettings.class)
        .isThrownBy(
            () ->
                new Workspace(directory)
                    .load(
                        "profile=p.conf",
                        "devcies=1",
                        "mix=x",
                        "identities=no.csv",
                        "interval=0 ms"))
        .withMessage(
            """
            Fleetpoll cannot start: 7 problems with its parameters.
              devices = many (p.conf:1): must be a whole number from 1 to 100,000
              interval = 0 ms (-Dinterval): must be 1 ms to 1 h
              identities = no.csv (-Didentities): no such file in the working directory or in user-files/resources
              mix = x (-Dmix): must be a:b, two whole numbers from 1 to 1,000,000 such as 10:1, or none
              endpoints[0].path = x (p.conf:2): must begin with /
              embeded (p.conf:3): unknown; did you mean embedded?
              devcies (-Ddevcies): unknown; did you mean devices?\
            """)
        .satisfies(
            e ->
                assertThat(e.problems())
                    .hasSize(7)
                    .contains(
                        new Problem(
                            "interval", Optional.of("0 ms"), "must be 1 ms to 1 h", "-Dinterval")));
  }

  @Test
  void oneProblemIsOne() {
    assertThatExceptionOfType(InvalidSettings.class)
        .isThrownBy(() -> new Workspace(directory).load("devices=0"))
        .withMessageStartingWith("Fleetpoll cannot start: 1 problem with its parameters.\n");
  }

  @Test
  void defaultsThatAUserBrokeAreToldToo() throws IOException {
    String conf = Files.readString(Path.of("conf/fleet.conf"));

    assertThat(problems(conf.replace("interval = 500 ms", "intervall = 500 ms")))
        .containsExactly(
            "interval (conf/fleet.conf): missing",
            "intervall (conf/fleet.conf:12): unknown; did you mean interval?");
    assertThat(problems(conf.replace("bytes = 100 }", "bytes = 100, share = 1/2 }")))
        .containsExactly(
            "mix = 10:1 (conf/fleet.conf:39): must be none where endpoints have a share or every of"
                + " their own");
    assertThat(problems(conf.replace("seed = 1", "seed = ]")))
        .singleElement()
        .asString()
        .startsWith("fleet.conf (conf/fleet.conf:21): Expecting a value");
  }

  @Test
  void profilesInAJarAreFound() throws IOException {
    Path jar = directory.resolve("fleetpoll.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(file)) {
      write(entries, "fleet.conf", Files.readString(Path.of("conf/fleet.conf")));
      entries.putNextEntry(new JarEntry("profiles/"));
      write(entries, "profiles/one.conf", "seed = 5");
      write(entries, "profiles/two.conf", "");
    }
    try (URLClassLoader resources = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
      assertThat(SettingsLoader.load(Map.of("profile", "one"), directory, resources).seed())
          .isEqualTo(5);
      assertThatExceptionOfType(InvalidSettings.class)
          .isThrownBy(() -> SettingsLoader.load(Map.of("profile", "three"), directory, resources))
          .withMessageContaining("must be one of one, two (conf/profiles)");
    }
  }

  private List<String> problems(String defaults) throws IOException {
    new Workspace(directory).with("conf/fleet.conf", defaults);
    URL[] classPath = {directory.resolve("conf").toUri().toURL()};
    try (URLClassLoader resources = new URLClassLoader(classPath, null)) {
      return catchThrowableOfType(
              InvalidSettings.class, () -> SettingsLoader.load(Map.of(), directory, resources))
          .problems()
          .stream()
          .map(Problem::toString)
          .toList();
    }
  }

  private static void write(JarOutputStream jar, String name, String content) throws IOException {
    jar.putNextEntry(new JarEntry(name));
    jar.write(content.getBytes(StandardCharsets.UTF_8));
  }
}
