package fleetpoll.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.typesafe.config.ConfigFactory;
import fleetpoll.server.NotInstalled;
import fleetpoll.server.Proc;
import fleetpoll.server.RawClient;
import fleetpoll.server.Target;
import fleetpoll.settings.EmbeddedSettings;
import fleetpoll.settings.ServerProgram;
import fleetpoll.settings.SettingsLoader;
import fleetpoll.settings.TargetSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Every target keeps the contract of {@code user-files/targets/README.md}. */
@ParameterizedClass(name = "{0}")
@MethodSource("targets")
@Timeout(300)
class TargetContractIT {

  /** They promise none: the README of the servers says which do. */
  private static final Set<String> WITHOUT_DELAY =
      Set.of("channels-db", "django", "django-rest", "falcon-db", "nginx");

  /** Added to the name of a target in Python that runs with Debian's packages. */
  private static final String OF_DEBIAN = " of Debian";

  private static final String PYTHON = "../python3";
  private static final Path INSTALLED = Path.of("user-files/targets/.venv/bin/python");
  private static final Path DEBIANS = Path.of("/usr/bin/python3");

  /** No package of Debian contains granian. */
  private static final Set<String> NOT_IN_DEBIAN = Set.of("falcon-granian");

  private static final int PATIENCE_MILLIS = 120_000;
  private static final int CONNECTIONS = 1_000;

  private static final String LOOPBACK = "0100007F";
  private static final String LOOPBACK_IN_IPV6 = "0000000000000000FFFF00000100007F";

  private static Target target;

  @Parameter String name;

  /** Each program in Python twice: with the versions of its requirements, and with Debian's. */
  static Stream<String> targets() {
    return Stream.concat(
        Stream.of("embedded"),
        ConfigFactory.parseResources("fleet.conf").getObject("targets").keySet().stream()
            .sorted()
            .flatMap(name -> Stream.of(name, name + OF_DEBIAN))
            .filter(name -> !name.endsWith(OF_DEBIAN) || isInDebian(plain(name))));
  }

  private static boolean isInDebian(String target) {
    return program(target).command().contains(PYTHON) && !NOT_IN_DEBIAN.contains(target);
  }

  private static String plain(String name) {
    return name.replace(OF_DEBIAN, "");
  }

  @BeforeParameterizedClassInvocation
  static void start(String name) {
    try {
      target = started(name);
    } catch (NotInstalled e) {
      if ("true".equals(System.getenv("CI"))) {
        throw new AssertionError(e);
      }
      abort(e.getMessage());
    }
  }

  private static Target started(String name) {
    if (name.equals("embedded")) {
      return Target.embedded(new EmbeddedSettings(1, List.of("-Xmx64m"), List.of()), line -> {});
    }
    ServerProgram program = program(plain(name));
    return Target.started(
        plain(name),
        program.command().contains(PYTHON)
            ? with(name.equals(plain(name)) ? INSTALLED : DEBIANS, program)
            : program);
  }

  private static ServerProgram program(String target) {
    TargetSettings settings = SettingsLoader.load(Map.of("target", target), Path.of("")).target();
    return ((TargetSettings.Started) settings).program();
  }

  /** The program as the given Python runs it, and no other. */
  private static ServerProgram with(Path python, ServerProgram program) {
    List<String> only = List.of("env", "TARGETS_PYTHON=" + python.toAbsolutePath());
    return new ServerProgram(
        Stream.of(only, program.command()).flatMap(List::stream).toList(),
        Stream.of(only, program.versions()).flatMap(List::stream).toList(),
        program.folder(),
        program.ready(),
        program.readyWithin(),
        program.stopWithin(),
        program.install());
  }

  @AfterParameterizedClassInvocation
  static void stop() throws IOException {
    if (target != null) {
      long session = Proc.session(target.pid().orElseThrow());
      target.close();
      Proc.awaitNoneIn(session, Duration.ofSeconds(1));
      if (target.log().isPresent()) {
        Files.delete(target.log().get());
      }
      target = null;
    }
  }

  private RawClient client() throws IOException {
    return new RawClient(target.uri()).waitingAtMost(PATIENCE_MILLIS);
  }

  @Test
  void healthIsOk() throws IOException {
    try (RawClient client = client()) {
      RawClient.Response response = client.get("/health").response();
      assertThat(response.status()).isEqualTo(200);
      assertThat(response.body()).asString().isEqualTo("ok");
    }
  }

  @Test
  void pagesAreOfTheirExactLengthAndOthersAreNoSuccess() throws IOException {
    try (RawClient client = client()) {
      RawClient.Response small = client.get("/hello?page=1").response();
      assertThat(small.status()).isEqualTo(200);
      assertThat(small.body()).hasSize(100);
      RawClient.Response large = client.get("/hello?page=200").response();
      assertThat(large.status()).isEqualTo(200);
      assertThat(large.body()).hasSize(204_800);
    }
    try (RawClient client = client()) {
      assertThat(client.get("/hello?page=7").head().status()).isGreaterThanOrEqualTo(400);
    }
  }

  @Test
  void oneConnectionServesAllRequests() throws IOException {
    try (RawClient client = client()) {
      for (int i = 0; i < 50; i++) {
        assertThat(client.get("/hello?page=1").response().status()).isEqualTo(200);
        client.send(
            "POST /report HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
                + "Content-Length: 16\r\n\r\n{\"battery\": 100}");
        RawClient.Response report = client.response();
        assertThat(report.status()).isEqualTo(204);
        assertThat(report.body()).isEmpty();
      }
    }
  }

  @Test
  void aThousandConnectionsAreOpenAtOnce() throws IOException {
    List<RawClient> clients = new ArrayList<>();
    try {
      for (int i = 0; i < CONNECTIONS; i++) {
        clients.add(client());
      }
      for (int round = 0; round < 2; round++) {
        for (RawClient client : clients) {
          client.get("/hello?page=1");
        }
        for (RawClient client : clients) {
          assertThat(client.response().body()).hasSize(100);
        }
      }
    } finally {
      for (RawClient client : clients) {
        client.close();
      }
    }
  }

  @Test
  void aDelayIsKeptAndHoldsUpNobodyElse() throws IOException {
    if (WITHOUT_DELAY.contains(plain(name))) {
      return;
    }
    List<RawClient> clients = new ArrayList<>();
    try {
      for (int i = 0; i < 20; i++) {
        clients.add(client());
      }
      long start = System.nanoTime();
      for (RawClient client : clients) {
        client.get("/delay?min=500ms&max=600ms");
      }
      for (RawClient client : clients) {
        RawClient.Response response = client.response();
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.body()).hasSize(100);
      }
      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .isBetween(Duration.ofMillis(490), Duration.ofSeconds(9));
    } finally {
      for (RawClient client : clients) {
        client.close();
      }
    }
  }

  @Test
  void saysItsVersions() throws IOException {
    assertThat(target.versions())
        .hasSizeGreaterThanOrEqualTo(name.equals("embedded") ? 0 : 1)
        .allSatisfy(line -> assertThat(line).containsPattern(" \\S*\\d+\\.\\d+"));
    Path requirements = Path.of("user-files/targets", plain(name), "requirements.txt");
    if (Files.exists(requirements)) {
      List<String> pinned = Files.readString(requirements).replace("==", " ").lines().toList();
      if (name.endsWith(OF_DEBIAN)) {
        assertThat(target.versions()).doesNotContainAnyElementsOf(pinned);
      } else {
        assertThat(target.versions()).containsAll(pinned);
      }
    }
  }

  @Test
  void nobodyBeyondThisMachineCanReachIt() throws IOException {
    assertThat(Proc.listening(target.uri().getPort()))
        .isNotEmpty()
        .isSubsetOf(LOOPBACK, LOOPBACK_IN_IPV6);
  }
}
