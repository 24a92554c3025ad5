package fleetpoll.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fleetpoll.config.Parameter;
import fleetpoll.config.Problem;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class StudySettingsTest {

  @TempDir Path directory;

  private StudySettings load(String... properties) {
    return SettingsLoader.loadStudy(Workspace.asMap(properties), directory, faults -> {});
  }

  private List<String> problems(String... properties) {
    InvalidSettings[] thrown = new InvalidSettings[1];
    assertThatExceptionOfType(InvalidSettings.class)
        .isThrownBy(() -> load(properties))
        .satisfies(e -> thrown[0] = e);
    return thrown[0].problems().stream().map(Problem::toString).toList();
  }

  @Test
  void defaultsAreThoseOfTheFileAndWhereItIsSilentThoseOfTheFleet() {
    StudySettings settings = load();

    assertThat(settings.requests()).containsExactly(1L, 100L, 1_000L, 10_000L);
    assertThat(settings.limits()).containsExactly(100, 1_000, 5_000);
    assertThat(settings.clients())
        .containsExactly(StudyClient.SYNC, StudyClient.THREADS, StudyClient.ASYNC);
    assertThat(settings.delay())
        .isEqualTo(new DelaySettings(Duration.ofMillis(10), Duration.ofMillis(800)));
    assertThat(settings.target()).isEmpty();
    assertThat(settings.lengthBytes()).hasValue(100);
    EmbeddedSettings fleets = SettingsLoader.load(Map.of(), directory).embedded();
    assertThat(settings.embedded().threads()).isEqualTo(fleets.threads());
    assertThat(settings.embedded().faults()).isEqualTo(fleets.faults());
    assertThat(settings.embedded().jvmArgs()).isNotEqualTo(fleets.jvmArgs());
  }

  @Test
  void everyParameterIsInForceWithItsOriginTheFleetsLast() {
    List<Parameter> inForce = load("limit=7", "embedded.threads=2").inForce();

    assertThat(inForce)
        .extracting(Parameter::key)
        .startsWith("requests", "limit", "clients", "delay", "seed", "target")
        .endsWith("embedded.jvm-args", "embedded.threads", "embedded.faults");
    assertThat(inForce)
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("normal")
        .contains(new Parameter("limit", "7", "-Dlimit"));
    assertThat(inForce.get(0).origin()).startsWith("conf/study.conf:");
    assertThat(inForce.get(inForce.size() - 1).origin()).startsWith("conf/fleet.conf:");
  }

  @Test
  void listsComeFromTheCommandLine() {
    StudySettings settings =
        load("requests=1, 1000000,1", "limit=5", "clients=async,python-async,all", "length=any");

    assertThat(settings.requests()).containsExactly(1L, 1_000_000L);
    assertThat(settings.limits()).containsExactly(5);
    assertThat(settings.clients())
        .hasSameElementsAs(List.of(StudyClient.values()))
        .startsWith(StudyClient.ASYNC, StudyClient.PYTHON_ASYNC);
    assertThat(settings.lengthBytes()).isEmpty();
  }

  @Test
  void aProfileLiesBetween() {
    new Workspace(directory).with("my.conf", "requests = 5\nlimit = [2, 3]");

    StudySettings settings = load("profile=./my.conf", "limit=4");

    assertThat(settings.requests()).containsExactly(5L);
    assertThat(settings.limits()).containsExactly(4);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0",
    "5, 5, 5",
    "1..5ms, 1, 5",
    "10ms..800ms, 10, 800",
    "10 ms .. 0.8 s, 10, 800",
    "1h, 3600000, 3600000"
  })
  void delays(String text, long min, long max) {
    assertThat(load("delay=" + text).delay())
        .isEqualTo(new DelaySettings(Duration.ofMillis(min), Duration.ofMillis(max)));
  }

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:8000/delay, http://127.0.0.1:8000/delay",
    "http://127.0.0.1:8000/hello?page=1, http://127.0.0.1:8000/hello?page=1"
  })
  void targets(String text, String url) {
    assertThat(load("target=" + text).target()).contains(URI.create(url));
  }

  @Test
  void everythingThatIsWrongIsToldAtOnceInTheOrderOfTheFile() {
    assertThat(
            problems(
                "embedded.threads=0",
                "requests=1,many,0",
                "limit=",
                "clients=goroutines",
                "delay=800ms..10ms",
                "target=nowhere",
                "length=some",
                "cell.limit=soon",
                "cell.limits=1s",
                "client=async"))
        .containsExactly(
            "requests = many (-Drequests): must be a whole number from 1 to 10,000,000",
            "requests = 0 (-Drequests): must be a whole number from 1 to 10,000,000",
            "limit = \"\" (-Dlimit): must be a whole number from 1 to 100,000",
            "clients = goroutines (-Dclients): must be one of sync, threads, async, virtual,"
                + " python-sync, python-threads, python-async, all",
            "delay = 800ms..10ms (-Ddelay): must be least..most, such as 10ms..800ms",
            "target = nowhere (-Dtarget): must be embedded or a URL such as"
                + " http://127.0.0.1:8000/delay: http or https, a host, a port from 1 to 65535 if"
                + " any, no user or fragment",
            "length = some (-Dlength): must be a whole number from 0 to 2,147,483,647, or any",
            "cell.limit = soon (-Dcell.limit): must be a duration, such as 250ms, 90s or 2 m: 0 s"
                + " to 7 d",
            "embedded.threads = 0 (-Dembedded.threads): must be a whole number from 1 to 64",
            "cell.limits (-Dcell.limits): unknown; did you mean cell.limit?",
            "client (-Dclient): unknown; did you mean clients?");
  }

  @Test
  void aGroupHasNoValue() {
    assertThat(problems("cell=2 m", "tls=none", "requests.most=5"))
        .containsExactly(
            "requests.most (-Drequests.most): unknown; did you mean requests?",
            "cell = 2 m (-Dcell): is a group of parameters: cell.limit, cell.timeout,"
                + " cell.jvm-args, cell.python",
            "tls = none (-Dtls): is a group of parameters: tls.verify, tls.trust,"
                + " tls.certificate, tls.key, tls.protocols");
  }

  @Test
  void anEmptyListIsNoGrid() {
    new Workspace(directory).with("my.conf", "requests = []");

    assertThat(problems("profile=./my.conf"))
        .containsExactly("requests = [] (./my.conf:1): must not be empty");
  }

  @Test
  void aFaultThatTheTargetDoesNotKnowIsAProblemToo() {
    assertThatExceptionOfType(InvalidSettings.class)
        .isThrownBy(
            () ->
                SettingsLoader.loadStudy(
                    Map.of("embedded.faults", "x", "seed", "y"),
                    directory,
                    faults -> {
                      throw new IllegalArgumentException("fault " + faults);
                    }))
        .satisfies(e -> assertThat(e.problems()).hasSize(2));
  }

  static Stream<String> fleetsKeys() {
    return keys(SettingsLoader.load(Map.of(), Path.of("")).inForce());
  }

  static Stream<String> studysKeys() {
    return keys(SettingsLoader.loadStudy(Map.of(), Path.of(""), faults -> {}).inForce());
  }

  private static Stream<String> keys(List<Parameter> parameters) {
    return parameters.stream().map(Parameter::key).filter(key -> !key.startsWith("endpoints"));
  }

  /** A project may have -D for both in one place, such as .mvn/jvm.config. */
  @ParameterizedTest
  @MethodSource("fleetsKeys")
  void parametersOfAFleetAreNoneOfOurs(String key) {
    List<String> ours = studysKeys().toList();

    assertThatCode(() -> load(ours.contains(key) ? "seed=1" : key + "=x"))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @MethodSource("studysKeys")
  void parametersOfAStudyAreNoneOfAFleets(String key) {
    List<String> theirs = fleetsKeys().toList();

    assertThatCode(
            () -> new Workspace(directory).load(theirs.contains(key) ? "seed=1" : key + "=x"))
        .doesNotThrowAnyException();
  }

  @Test
  void aCertificateThatNobodyWouldShowIsRefused() {
    assertThatThrownBy(() -> load("tls.certificate=a.pem"))
        .hasMessageContaining("tls.certificate = a.pem (-Dtls.certificate): must be none");
  }

  @Test
  void namesOfOthersAreLeftAlone() throws Exception {
    Map<String, String> properties =
        CommandLineNamesTest.namesOfOthers()
            .collect(Collectors.toMap(name -> name, name -> "x", (a, b) -> a, HashMap::new));

    assertThatCode(() -> SettingsLoader.loadStudy(properties, directory, faults -> {}))
        .doesNotThrowAnyException();
  }
}
