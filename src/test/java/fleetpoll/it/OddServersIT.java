package fleetpoll.it;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.run.DeviceRow;
import fleetpoll.run.Event;
import fleetpoll.run.RunFolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole runs against servers that speak HTTP in an unusual way, or not at all. */
class OddServersIT {

  private static final String[] SHORT = {
    "preflight=none", "duration=2s", "interval=400", "warm-up=0s", "timeout=5s"
  };

  @TempDir Path folder;

  @Test
  void aServerThatClosesAfterEachAnswerServesEveryPoll() throws Exception {
    Path files = Files.createDirectories(folder.resolve("files"));
    Files.write(files.resolve("a"), new byte[100]);
    Files.write(files.resolve("b"), new byte[204_800]);
    profile("{ name = A, path = /a, bytes = 100 }, { name = B, path = /b, bytes = 204800 }");
    Path log = folder.resolve("server.log");
    Process python = serve(files, log);
    try (BufferedReader out = python.inputReader()) {
      String target = out.readLine().replaceFirst(".*(http://127.0.0.1:\\d+).*", "$1");
      Ledger ledger = run(target, "devices=5");

      long polls = assertAllOk(ledger);
      assertThat(Ledger.events(ledger.folder().run())).isEmpty();
      assertThat(Files.readAllLines(log).stream().filter(line -> line.contains("HTTP/1.1\" 200")))
          .hasSize((int) polls);
    } finally {
      python.destroyForcibly();
    }
  }

  private static Process serve(Path files, Path log) throws IOException {
    return new ProcessBuilder(
            "/usr/bin/python3",
            "-u",
            "-m",
            "http.server",
            "0",
            "--bind",
            "127.0.0.1",
            "--directory",
            files.toString())
        .redirectError(log.toFile())
        .start();
  }

  @Test
  void hintsSurplusBytesAndStrangeIdentitiesAreAllOk() throws Exception {
    Files.writeString(folder.resolve("ids.csv"), "id\npump#1\n../2\n");
    profile(
        "{ name = Hints, path = /hints, bytes = 3 },"
            + " { name = Firmware, path = \"/firmware/#{device}\", bytes = 2 },"
            + " { name = Surplus, path = /surplus, bytes = 2 }");
    try (HostileServer server = HostileServer.start(OddServersIT::answer)) {
      Ledger ledger =
          run(server.uri().toString(), "identities=" + folder.resolve("ids.csv"), "devices=2");

      assertAllOk(ledger);
      assertThat(byTarget(server, "pump#1"))
          .isEqualTo(
              Map.of(
                  "/hints", ledger.row("pump#1", "Hints").ok(),
                  "/firmware/pump%231", ledger.row("pump#1", "Firmware").ok(),
                  "/surplus", ledger.row("pump#1", "Surplus").ok()));
      assertThat(byTarget(server, "../2")).containsKey("/firmware/..%2F2").hasSize(3);
      long surplus = ledger.row("pump#1", "Surplus").ok() + ledger.row("../2", "Surplus").ok();
      assertThat(server.connections()).isEqualTo((int) surplus);
      assertThat(Ledger.events(ledger.folder().run()))
          .singleElement()
          .satisfies(event -> assertThat(event.kind()).isEqualTo("surplus"))
          .extracting(Event::text)
          .isEqualTo(
              "The server sent more than the answer on %d connections; each was closed."
                  .formatted(surplus));
    }
  }

  private static Map<String, Long> byTarget(HostileServer server, String device) {
    return server.asked().stream()
        .filter(asked -> asked.device().equals(device))
        .collect(Collectors.groupingBy(HostileServer.Asked::target, Collectors.counting()));
  }

  /** How many there were; a busy machine may miss one. */
  private static long assertAllOk(Ledger ledger) throws IOException {
    List<DeviceRow> rows = ledger.folder().devices();
    assertThat(rows).allMatch(row -> row.ko() == 0 && row.ok() >= 2);
    return rows.stream().mapToLong(DeviceRow::ok).sum();
  }

  private static byte[] answer(HostileServer.Asked asked) {
    String answer =
        switch (asked.target()) {
          case "/hints" ->
              "HTTP/1.1 103 Early Hints\r\nLink: </style.css>; rel=preload\r\n\r\n"
                  + "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc";
          case "/surplus" -> "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nab\r\n";
          default -> "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
        };
    return answer.getBytes(StandardCharsets.ISO_8859_1);
  }

  @Test
  void aRefusalIsARefusalInEveryLanguage() throws Exception {
    URI nobody = URI.create("http://127.0.0.1:" + FreePort.find());
    try (GatlingProcess german = start(nobody, "de", "DE");
        GatlingProcess french = start(nobody, "fr", "FR")) {
      for (GatlingProcess gatling : List.of(german, french)) {
        Ledger ledger = ended(gatling);
        assertThat(ledger.koBy("device-0001").keySet()).containsExactly("refused");
        assertThat(ledger.koBy("device-0002").keySet()).containsExactly("refused");
        assertThat(ledger.row("device-0002", "A").ok()).isZero();
      }
    }
  }

  private GatlingProcess start(URI target, String language, String country) throws IOException {
    return GatlingProcess.start(
        Map.of("LC_ALL", language + "_" + country + ".UTF-8"),
        Files.createDirectories(folder.resolve(language)),
        "user.language=" + language,
        "user.country=" + country,
        "target=" + target,
        "preflight=none",
        "devices=2",
        "duration=2s",
        "interval=200",
        "warm-up=0s");
  }

  private void profile(String endpoints) throws IOException {
    Files.writeString(folder.resolve("odd.conf"), "mix = none\nendpoints = [" + endpoints + "]\n");
  }

  private Ledger run(String target, String... properties) throws Exception {
    List<String> all = new ArrayList<>(List.of(SHORT));
    all.addAll(List.of(properties));
    all.add("target=" + target);
    all.add("profile=" + folder.resolve("odd.conf"));
    try (GatlingProcess gatling = GatlingProcess.start(folder, all.toArray(String[]::new))) {
      return ended(gatling);
    }
  }

  private static Ledger ended(GatlingProcess gatling) throws Exception {
    assertThat(gatling.exitCode()).as(gatling.toString()).isZero();
    RunFolder stored = gatling.runFolder();
    return new Ledger(stored).balances().equalsGatling(gatling.output());
  }
}
