package fleetpoll.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fleetpoll.server.Behavior;
import fleetpoll.server.Counts;
import fleetpoll.server.Proc;
import fleetpoll.server.RawClient;
import fleetpoll.server.ServeCommandLine;
import fleetpoll.server.Target;
import fleetpoll.server.TargetServer;
import fleetpoll.settings.EmbeddedSettings;
import fleetpoll.watch.Liveness;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EmbeddedTargetIT {

  private static final Duration BOUND = Duration.ofSeconds(10);

  private static Target start(List<String> jvmArgs, List<String> faults) {
    return Target.embedded(new EmbeddedSettings(1, jvmArgs, faults), line -> {});
  }

  @Test
  void startsAnswersAndIsGoneAfterClose() throws Exception {
    Target target = start(List.of("-Xmx64m"), List.of("a=error:1", "cookies"));
    ProcessHandle process = ProcessHandle.of(target.pid().orElseThrow()).orElseThrow();
    try (target;
        RawClient client = new RawClient(target.uri())) {
      assertThat(client.get("/health").response().body()).asString().isEqualTo("ok");
      assertThat(client.get("/hello?page=1", "X-Device: a").response().status()).isEqualTo(503);
      assertThat(client.get("/hello?page=1").response().headers()).containsKey("set-cookie");
      assertThat(Counts.of(target.uri()).measured().faultsByKind())
          .containsOnly(Map.entry("error", 1L));
    }
    assertThat(Liveness.isAlive(process)).isFalse();
    target.close();
  }

  @Test
  void runsInASessionOfItsOwn() throws Exception {
    try (Target target = start(List.of("-Xmx64m"), List.of())) {
      long pid = target.pid().orElseThrow();
      assertThat(Proc.session(pid))
          .isEqualTo(pid)
          .isNotEqualTo(Proc.session(ProcessHandle.current().pid()));
    }
  }

  @Test
  void isGoneAfterItsParentIsKilled() throws Exception {
    String java = ProcessHandle.current().info().command().orElseThrow();
    String classPath = ManagementFactory.getRuntimeMXBean().getClassPath();
    Process parent =
        new ProcessBuilder(java, "-Xmx64m", "-cp", classPath, OrphaningParent.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    ProcessHandle target = null;
    try {
      long pid = Long.parseLong(parent.inputReader().readLine());
      target = ProcessHandle.of(pid).orElseThrow();
      assertThat(target.isAlive()).isTrue();
      parent.destroyForcibly().waitFor();
      Await.untilGone(pid);
    } finally {
      parent.destroyForcibly();
      if (target != null) {
        target.destroyForcibly();
      }
    }
  }

  @Test
  void outputNeverBlocksItAndReachesTheReader() throws Exception {
    Queue<String> lines = new ConcurrentLinkedQueue<>();
    EmbeddedSettings settings =
        new EmbeddedSettings(1, List.of("-Xmx64m", "-Xlog:class+load=info"), List.of());
    try (Target target = Target.embedded(settings, lines::add);
        RawClient client = new RawClient(target.uri())) {
      assertThat(client.get("/health").response().status()).isEqualTo(200);
    }
    assertThat(lines).hasSizeGreaterThan(500).noneMatch(line -> line.startsWith("listening on"));
  }

  @Test
  void failureToStartCarriesTheLastLines() {
    assertThatThrownBy(() -> start(List.of("-XX:+NoSuchFlag"), List.of()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("NoSuchFlag");
  }

  @Test
  void badFaultsAreRefusedBeforeAnythingStarts() {
    assertThatThrownBy(() -> start(List.of(), List.of("a=explode")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("explode");
  }

  @Test
  void runningTargetIsLeftAlone() throws Exception {
    try (TargetServer server = TargetServer.start(0, 1, Behavior.PLAIN)) {
      Target target = Target.at(server.uri());
      assertThat(target.pid()).isEmpty();
      target.close();
      try (RawClient client = new RawClient(target.uri())) {
        assertThat(client.get("/health").response().status()).isEqualTo(200);
      }
    }
  }

  @Test
  void serveEndsWithZeroWhenItsInputEndsAndPrintsOneLine() throws Exception {
    EmbeddedSettings settings = new EmbeddedSettings(1, List.of("-Xmx64m"), List.of());
    Process process = new ProcessBuilder(ServeCommandLine.of(settings)).start();
    try {
      assertThat(process.inputReader().readLine()).matches("listening on http://127.0.0.1:\\d+");
      process.getOutputStream().close();
      assertThat(process.waitFor(BOUND.toSeconds(), TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isZero();
      assertThat(process.inputReader().readLine()).isNull();
    } finally {
      process.destroyForcibly();
    }
  }
}
