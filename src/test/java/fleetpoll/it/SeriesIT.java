package fleetpoll.it;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.run.RunFolder;
import fleetpoll.server.Behavior;
import fleetpoll.server.TargetServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several runs in one. */
class SeriesIT {

  private static final List<String> SHORT =
      List.of("devices=5", "duration=2s", "interval=250", "warm-up=1s", "compare.cool-down=0s");

  @TempDir Path folder;

  @Test
  void everyServerHasAnOrdinaryRunAndTheyAreCompared() throws Exception {
    try (TargetServer server = TargetServer.start(0, 1, Behavior.PLAIN);
        GatlingProcess gatling = start(SHORT, "target=embedded," + server.uri())) {
      assertThat(gatling.exitCode()).as(gatling.toString()).isZero();

      List<Path> runs = folders("devicepollsimulation-");
      assertThat(runs).hasSize(2);
      assertThat(targets(runs)).containsExactly("embedded", server.uri().toString());
      for (Path run : runs) {
        assertThat(run.resolve("index.html")).exists();
        new Ledger(new RunFolder(run)).balances();
      }
      assertThat(Files.readString(runs.get(0).resolve("junit.xml")))
          .contains("name=\"fleetpoll embedded " + runs.get(0).getFileName() + "\"")
          .contains("classname=\"fleetpoll.validity embedded\"")
          .contains("name=\"validity " + runs.get(0).getFileName() + "\"");
      assertThat(Files.readString(runs.get(1).resolve("junit.xml")))
          .contains("classname=\"fleetpoll.validity " + server.uri() + "\"");
      Path comparison = comparison();
      assertThat(Files.readString(comparison.resolve("compare.md"))).contains("2 servers, 1 round");
      assertThat(Files.readString(comparison.resolve("compare.html")))
          .contains("../" + runs.get(1).getFileName() + "/devices.html");
      assertThat(Files.readAllLines(comparison.resolve("compare.csv")))
          .anyMatch(line -> line.matches("embedded,1,.*,A,success,\"%\",100.0,,,,,,,,,reference,,"))
          .anyMatch(
              line -> line.matches("\"?http.*,A,success,\"%\",100.0,,,,,0.0,,,,too_few_rounds,,"));
      assertThat(gatling.output())
          .contains("Run 2 of 2: " + server.uri() + ", round 1")
          .containsPattern("\nA service p99 \\[ms\\] ")
          .endsWith(comparison.resolve("compare.csv") + "\n");
    }
  }

  @Test
  void aServerThatIsNotThereIsSaidBeforeAnythingStarts() throws Exception {
    int free = FreePort.find();
    String url = "http://127.0.0.1:" + free;
    try (GatlingProcess gatling = start(SHORT, "target=embedded," + url, "preflight=3s")) {
      assertThat(gatling.exitCode()).isEqualTo(69);
      assertThat(gatling.output())
          .endsWith(
              url
                  + " accepts no connection within 3 s (preflight): refused, connecting to"
                  + " 127.0.0.1:"
                  + free
                  + ".\n")
          .doesNotContain("Run 1 of 2", "\tat ");
      assertThat(folders("")).isEmpty();
    }
  }

  @Test
  void aSignalEndsTheRunInOrderAndWhatThereIsIsCompared() throws Exception {
    try (TargetServer server = TargetServer.start(0, 1, Behavior.PLAIN);
        GatlingProcess gatling =
            start(SHORT, "target=" + server.uri() + ",embedded", "compare.rounds=2")) {
      gatling.awaitOutput("Run 3 of 4: embedded, round 2");
      Await.until(() -> records() == 3, gatling::toString);
      List<ProcessHandle> below = descendants(gatling.pid());

      // Not the process group: the series alone has to see to the rest.
      assertThat(ProcessHandle.of(gatling.pid()).orElseThrow().destroy()).isTrue();

      assertThat(gatling.exitCode()).isEqualTo(143);
      below.forEach(process -> Await.untilGone(process.pid()));
      assertThat(below).isNotEmpty();
      List<Path> runs = folders("devicepollsimulation-");
      assertThat(targets(runs))
          .as("in turns, and the next round begins with the next server")
          .containsExactly(server.uri().toString(), "embedded", "embedded");
      assertThat(new RunFolder(runs.get(1)).run().interrupted()).isFalse();
      assertThat(new RunFolder(runs.get(2)).run().interrupted()).isTrue();
      assertThat(comparison().resolve("compare.html")).exists();
      assertThat(gatling.output()).doesNotContain("Run 4 of 4");
    }
  }

  private GatlingProcess start(List<String> properties, String... more) throws IOException {
    return GatlingProcess.start(
        folder, Stream.concat(properties.stream(), Stream.of(more)).toArray(String[]::new));
  }

  /** Runs that have a record, of which a run has none in its first moment. */
  private long records() throws IOException {
    return folders("devicepollsimulation-").stream()
        .filter(run -> Files.exists(run.resolve(RunFolder.RUN)))
        .count();
  }

  private Path comparison() throws IOException {
    List<Path> comparisons = folders("compare-");
    assertThat(comparisons).hasSize(1);
    assertThat(comparisons.get(0).getFileName().toString()).matches("compare-\\d{17}");
    return comparisons.get(0);
  }

  private List<Path> folders(String prefix) throws IOException {
    try (Stream<Path> folders = Files.list(folder.resolve("gatling"))) {
      return folders
          .filter(path -> path.getFileName().toString().startsWith(prefix))
          .sorted()
          .toList();
    }
  }

  private static List<String> targets(List<Path> runs) throws IOException {
    List<String> targets = new ArrayList<>();
    for (Path run : runs) {
      targets.add(
          new RunFolder(run)
              .run().parameters().stream()
                  .filter(parameter -> parameter.key().equals("target"))
                  .findFirst()
                  .orElseThrow()
                  .value());
    }
    return targets;
  }

  private static List<ProcessHandle> descendants(long pid) {
    return ProcessHandle.of(pid).orElseThrow().descendants().toList();
  }
}
