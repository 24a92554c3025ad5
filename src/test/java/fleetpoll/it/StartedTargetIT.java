package fleetpoll.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fleetpoll.server.NotInstalled;
import fleetpoll.server.Proc;
import fleetpoll.server.RawClient;
import fleetpoll.server.Target;
import fleetpoll.settings.ServerProgram;
import fleetpoll.watch.Liveness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Any command is a target: here the embedded target's own, and some that are none. */
@Timeout(60)
class StartedTargetIT {

  private static final Duration BOUND = Duration.ofSeconds(10);

  private static final List<String> VERSIONS =
      List.of("sh", "-c", "echo; echo 'Mine 1.0 '; echo 'Yours 2.0' >&2; test -e good");

  /** A process that was killed is still there for a moment. */
  private static final Duration AT_ONCE = Duration.ofSeconds(1);

  @TempDir Path folder;

  private static List<String> serve() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx64m",
        "-cp",
        System.getProperty("java.class.path"),
        "fleetpoll.cli.Fleetpoll",
        "serve",
        "--port",
        "#{port}");
  }

  private ServerProgram program(String... command) {
    return program(List.of(command));
  }

  private ServerProgram program(List<String> command) {
    return new ServerProgram(
        command,
        VERSIONS,
        folder,
        "/health",
        Duration.ofSeconds(20),
        Duration.ofSeconds(2),
        Optional.of("apt-get install it"));
  }

  private ServerProgram shell(String script, String... arguments) {
    List<String> command = new ArrayList<>(List.of("sh", "-c", script, "sh"));
    command.addAll(List.of(arguments));
    return program(command);
  }

  @Test
  void startsInItsFolderAnswersKeepsItsOutputAndIsGoneAfterClose() throws Exception {
    ServerProgram program = shell("pwd; exec \"$@\"", serve().toArray(String[]::new));
    Target target = Target.started("mine", program);
    ProcessHandle process = ProcessHandle.of(target.pid().orElseThrow()).orElseThrow();
    Path log = target.log().orElseThrow();
    long session;
    try (target;
        RawClient client = new RawClient(target.uri())) {
      assertThat(client.get("/health").response().status()).isEqualTo(200);
      assertThat(process.info().command().orElseThrow()).endsWith("java");
      assertThat(process.children()).isEmpty();
      session = Proc.session(process.pid());
      assertThat(session).isNotEqualTo(Proc.session(ProcessHandle.current().pid()));
    }
    Proc.awaitNoneIn(session, AT_ONCE);
    assertThat(Liveness.isAlive(process)).isFalse();
    assertThat(Files.readAllLines(log))
        .containsExactly(folder.toRealPath().toString(), "listening on " + target.uri());
    target.close();
    Files.delete(log);
  }

  @Test
  void saysWhatItConsistsOf() throws IOException {
    try (Target target = Target.started("mine", program(serve()))) {
      Files.createFile(folder.resolve("good"));
      assertThat(target.versions()).containsExactly("Mine 1.0", "Yours 2.0");

      Files.delete(folder.resolve("good"));
      assertThatThrownBy(target::versions)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageStartingWith("The versions of the target mine are not known: sh -c ")
          .hasMessageEndingWith(": it ended with exit code 1.");
      Files.delete(target.log().orElseThrow());
    }
  }

  @Test
  void grandchildrenEndTooThoughTheirParentsAreGone() throws Exception {
    String script = "(sleep 100 & sleep 200 & wait) & (sleep 300 &) ; exec \"$@\"";
    Target target = Target.started("mine", shell(script, serve().toArray(String[]::new)));
    ProcessHandle server = ProcessHandle.of(target.pid().orElseThrow()).orElseThrow();
    long session = Proc.session(server.pid());
    server.destroyForcibly();
    Await.untilGone(server.pid());
    assertThat(Proc.inSession(session)).hasSizeGreaterThanOrEqualTo(4);

    target.close();

    Proc.awaitNoneIn(session, AT_ONCE);
    Files.delete(target.log().orElseThrow());
  }

  @Test
  void whatDoesNotEndWhenAskedToIsKilled() throws Exception {
    String script = "trap '' TERM; \"$@\"; while :; do sleep 1; done";
    Target target = Target.started("mine", shell(script, serve().toArray(String[]::new)));
    long session = Proc.session(target.pid().orElseThrow());
    long start = System.nanoTime();

    target.close();

    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isBetween(Duration.ofMillis(1_900), Duration.ofSeconds(9));
    Proc.awaitNoneIn(session, AT_ONCE);
    Files.delete(target.log().orElseThrow());
  }

  @Test
  void isGoneAfterItsParentIsKilled() throws Exception {
    Process parent =
        new ProcessBuilder(
                serve().get(0),
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                OrphaningParent.class.getName(),
                "started")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      long session = Proc.session(Long.parseLong(parent.inputReader().readLine()));
      Path log = Path.of(parent.inputReader().readLine());
      assertThat(Proc.inSession(session)).hasSizeGreaterThanOrEqualTo(3);

      parent.destroyForcibly().waitFor();

      Proc.awaitNoneIn(session, BOUND);
      Files.delete(log);
    } finally {
      parent.destroyForcibly();
    }
  }

  @Test
  void aProgramThatIsNotThereIsOneSentence() {
    assertThatThrownBy(() -> Target.started("mine", program("no-such-server", "#{port}")))
        .isInstanceOf(NotInstalled.class)
        .hasMessageMatching(
            "The target mine is not installed: .*no-such-server: not found\\. To install it:"
                + " apt-get install it\\.");
  }

  @Test
  void aServerThatEndsShowsTheLastItPrinted() {
    assertThatThrownBy(() -> Target.started("mine", shell("seq 30; echo bad luck >&2; exit 3")))
        .isInstanceOf(IllegalStateException.class)
        .isNotInstanceOf(NotInstalled.class)
        .message()
        .startsWith("The target mine ended with exit code 3 before it was ready.")
        .contains("\n30\nbad luck")
        .doesNotContain("\n11\n");
  }

  @Test
  void aServerThatIsNeverReadyShowsWhatItAnsweredAndIsGone() throws IOException {
    Set<ProcessHandle> before = ProcessHandle.current().children().collect(Collectors.toSet());
    ServerProgram patient = program(serve());
    ServerProgram program =
        new ServerProgram(
            patient.command(),
            List.of(),
            folder,
            "/hello?page=3",
            Duration.ofSeconds(9),
            Duration.ofSeconds(2),
            Optional.empty());

    assertThatThrownBy(() -> Target.started("mine", program))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageMatching(
            "(?s)The target mine was not ready after 9 s: GET"
                + " http://127.0.0.1:\\d+/hello\\?page=3 answered 400. The last it printed:\n"
                + "listening on .*");
    assertThat(ProcessHandle.current().children())
        .filteredOn(child -> !before.contains(child))
        .noneMatch(Liveness::isAlive);
  }
}
