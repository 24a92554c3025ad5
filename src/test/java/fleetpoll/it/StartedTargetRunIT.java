package fleetpoll.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import fleetpoll.process.OwnJvm;
import fleetpoll.run.EndpointTotals;
import fleetpoll.run.ErrorRow;
import fleetpoll.run.RunFolder;
import fleetpoll.run.TimelineRow;
import fleetpoll.server.Proc;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs whose target they start themselves, a gunicorn master with a worker, and how they end. */
class StartedTargetRunIT {

  private static final Duration SOON = Duration.ofSeconds(30);
  private static final String[] RUN = {
    "target=django", "devices=20", "duration=7s", "interval=250", "warm-up=1s"
  };

  /**
   * The worker of Debian's gunicorn leaves at once when its master has gone; that of the current
   * one first serves what is connected for half a minute.
   */
  private static final Map<String, String> SYSTEMS_PYTHON =
      Map.of("TARGETS_PYTHON", "/usr/bin/python3");

  @TempDir Path folder;

  @Test
  void aWorkerThatIsKilledIsSeenInTheErrorsAndOnTheTimeline() throws Exception {
    try (GatlingProcess gatling =
        begin("target=django", "devices=20", "duration=12s", "warm-up=1s")) {
      ProcessHandle worker = master(gatling).children().findFirst().orElseThrow();
      long session = Proc.session(worker.pid());

      // Stopped first, so that requests are certainly in flight when it dies.
      Signals.send("STOP", worker.pid());
      LockSupport.parkNanos(Duration.ofMillis(600).toNanos());
      Signals.send("KILL", worker.pid());

      assertThat(gatling.exitCode()).as(gatling.toString()).isZero();
      RunFolder run = balanced(gatling);
      assertThat(run.errors()).isNotEmpty();
      assertThat(run.errors()).extracting(ErrorRow::reason).isSubsetOf("closed", "reset");
      double lastError = run.errors().stream().mapToDouble(ErrorRow::lastS).max().orElseThrow();
      assertThat(run.timeline()).anyMatch(row -> row.ko() > 0);
      assertThat(run.timeline())
          .filteredOn(row -> row.endpoint().equals("A") && row.tS() > lastError + 5)
          .isNotEmpty()
          .allMatch(row -> row.ok() > 0 && row.ko() == 0);
      assertThat(log(run)).filteredOn(line -> line.contains("Booting worker")).hasSize(2);
      Proc.awaitNoneIn(session, Duration.ofSeconds(1));
    }
  }

  @Test
  void aMasterThatIsKilledIsSeenInTheErrorsAndLeavesNoWorkerBehind() throws Exception {
    try (GatlingProcess gatling = begin(SYSTEMS_PYTHON, RUN)) {
      ProcessHandle master = master(gatling);
      long session = Proc.session(master.pid());

      Signals.send("KILL", master.pid());

      assertThat(gatling.exitCode()).as(gatling.toString()).isZero();
      RunFolder run = balanced(gatling);
      EndpointTotals a = run.run().endpoints().get(0);
      assertThat(a.ok()).isPositive();
      assertThat(a.koBy().get("refused")).isPositive();
      List<TimelineRow> timeline = run.timeline();
      assertThat(timeline.get(timeline.size() - 1).ko()).isPositive();
      assertThat(log(run)).isNotEmpty();
      Proc.awaitNoneIn(session, Duration.ofSeconds(1));
    }
  }

  @Test
  void aGeneratorThatIsKilledTakesItsTargetWithIt() throws Exception {
    try (GatlingProcess gatling = begin(RUN)) {
      long session = Proc.session(master(gatling).pid());

      Signals.send("KILL", gatling.pid());

      Proc.awaitNoneIn(session, SOON);
    }
  }

  @Test
  void anInterruptedRunKeepsTheTargetsOutputAndEndsIt() throws Exception {
    try (GatlingProcess gatling = begin(RUN)) {
      long session = Proc.session(master(gatling).pid());

      Signals.sendToGroup("INT", gatling.pid());

      assertThat(gatling.exitCode()).isEqualTo(130);
      assertThat(gatling.runFolder().run().interrupted()).isTrue();
      assertThat(log(gatling.runFolder())).anyMatch(line -> line.contains("Shutting down"));
      Proc.awaitNoneIn(session, Duration.ofSeconds(1));
    }
  }

  @Test
  void noSecretIsInAnyFileOrOnTheConsole() throws Exception {
    Path profile =
        Files.writeString(
            folder.resolve("secret.conf"),
            """
            target = mine
            targets.mine {
              folder = "."
              command = ["%s", "-Dapi.token=s3cret-word", "-Ddb=postgres://me:s3cret-user@h/db",
                -cp, "%s", fleetpoll.cli.Fleetpoll, serve, --port, "#{port}"]
              ready = /health
            }
            devices = 2, duration = 1 s, interval = 250, warm-up = 0 s
            endpoints = [{ name = A, path = /hello, query { page = "1", api_key = s3cret-query },
              headers { Authorization = "Bearer s3cret-header" } }]
            """
                .formatted(OwnJvm.program(), OwnJvm.classPath()));
    try (GatlingProcess gatling = GatlingProcess.start(folder, "profile=" + profile)) {
      assertThat(gatling.exitCode()).as(gatling.toString()).isZero();
      assertThat(gatling.output()).contains("Verdict: VALID").doesNotContain("s3cret");
      assertThat(balanced(gatling).run().parameters().toString())
          .contains("-Dapi.token=***", "postgres://***@h/db", "Bearer ***");
      try (Stream<Path> files = Files.walk(gatling.runFolder().path())) {
        assertThat(files.filter(Files::isRegularFile))
            .hasSizeGreaterThan(8)
            .allSatisfy(
                file ->
                    assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .doesNotContain("s3cret"));
      }
    }
  }

  @Test
  void aTargetThatIsNotInstalledIsOneSentenceBeforeAnyLoad() throws Exception {
    Path profile =
        Files.writeString(
            folder.resolve("mine.conf"),
            """
            target = mine
            targets.mine {
              folder = "%s"
              command = [no-such-server, "#{port}"]
              install = "make -C my-server"
            }
            """
                .formatted(folder));
    try (GatlingProcess gatling = GatlingProcess.start(folder, "profile=" + profile)) {
      assertThat(gatling.exitCode()).isEqualTo(1);
      List<String> lines = gatling.output().lines().toList();
      assertThat(lines.get(0)).isEqualTo("target          mine");
      assertThat(lines.get(lines.size() - 1))
          .startsWith("The target mine is not installed: ")
          .endsWith("no-such-server: not found. To install it: make -C my-server.");
      assertThat(gatling.output()).doesNotContain("Exception");
      assertThat(gatling.findRunFolder()).isEmpty();
    }
  }

  private GatlingProcess begin(String... properties) throws Exception {
    return begin(Map.of(), properties);
  }

  private GatlingProcess begin(Map<String, String> environment, String... properties)
      throws Exception {
    GatlingProcess gatling = GatlingProcess.start(environment, folder, properties);
    Await.until(
        () -> !gatling.isAlive() || gatling.output().contains("started..."),
        () -> "the run began: " + gatling);
    if (gatling.output().contains("is not installed")) {
      if ("true".equals(System.getenv("CI"))) {
        throw new AssertionError(gatling.output());
      }
      abort(gatling.output());
    }
    gatling.awaitPolls();
    return gatling;
  }

  /** The one Python whose parent is none. */
  private static ProcessHandle master(GatlingProcess gatling) {
    return pythons(gatling.handle())
        .filter(python -> python.parent().filter(StartedTargetRunIT::isPython).isEmpty())
        .findFirst()
        .orElseThrow(() -> new AssertionError("no master: " + gatling));
  }

  private static Stream<ProcessHandle> pythons(ProcessHandle root) {
    return root.descendants().filter(StartedTargetRunIT::isPython);
  }

  private static boolean isPython(ProcessHandle process) {
    return process.info().command().filter(command -> command.contains("python")).isPresent();
  }

  private static RunFolder balanced(GatlingProcess gatling) throws IOException {
    return new Ledger(gatling.runFolder()).balances().equalsGatling(gatling.output()).folder();
  }

  private static List<String> log(RunFolder run) throws IOException {
    return Files.readAllLines(run.path().resolve(RunFolder.TARGET_LOG));
  }
}
