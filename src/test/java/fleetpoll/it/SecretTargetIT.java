package fleetpoll.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import fleetpoll.run.Run;
import fleetpoll.run.RunFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers whose addresses contain a secret of the environment. */
class SecretTargetIT {

  private static final String SECRET = "s3cret42";
  private static final String OTHER = "s3cret43";

  private static final String FLEET =
      """
      devices = 2, duration = 1 s, interval = 250 ms, warm-up = 0 s, compare.cool-down = 0 s
      mix = none
      endpoints = [{ name = A, path = /state }]
      """;

  @TempDir Path folder;

  private HttpServer server;
  private String address;

  /** Only who knows the secret gets an answer. */
  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    for (String path : List.of("/v1/" + SECRET + "/state", "/open/state")) {
      server.createContext(
          path,
          exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
          });
    }
    server.start();
    address = "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @AfterEach
  void end() {
    server.stop(0);
  }

  @Test
  void theyArePolledWithItAndComparedWithoutIt() throws Exception {
    String targets = "[\"%s/v1/\"${API_TOKEN}, \"%s/open\"]".formatted(address, address);
    try (GatlingProcess gatling = start(targets, "slo.success=100%")) {
      assertThat(gatling.exitCode()).as(gatling.toString()).isZero();
      assertThat(gatling.output())
          .contains("Run 1 of 2: " + address + "/v1/***, round 1")
          .doesNotContain(SECRET);
      assertThat(runs()).extracting(Run::target).contains(address + "/v1/***", address + "/open");
      assertHidden();
    }
  }

  @Test
  void thoseThatDifferOnlyInItAreRefusedBeforeTheLoad() throws Exception {
    String targets =
        "[\"%s/v1/\"${API_TOKEN}, \"%s/v1/\"${OTHER_TOKEN}]".formatted(address, address);
    try (GatlingProcess gatling = start(targets)) {
      assertThat(gatling.exitCode()).as(gatling.toString()).isEqualTo(64);
      assertThat(gatling.output())
          .endsWith(
              "Fleetpoll cannot start:\n  target: two servers differ only in what is secret, and"
                  + " could not be told apart\n")
          .doesNotContain(SECRET, OTHER, "Run 1 of 2");
    }
  }

  @Test
  void aHostWhoseNameIsOneIsHiddenInFailures() throws Exception {
    try (GatlingProcess gatling = start("\"http://\"${API_TOKEN}\".invalid\"", "preflight=none")) {
      gatling.exitCode();
      assertThat(gatling.output()).contains("http://***.invalid").doesNotContain(SECRET);
      assertThat(log(gatling.runFolder())).contains("looking up ***.invalid");
      assertHidden();
    }
  }

  private GatlingProcess start(String target, String... properties) throws IOException {
    Path profile =
        Files.writeString(folder.resolve("secret.conf"), "target = " + target + "\n" + FLEET);
    return GatlingProcess.start(
        Map.of("API_TOKEN", SECRET, "OTHER_TOKEN", OTHER),
        folder,
        Stream.concat(Stream.of("profile=" + profile), Stream.of(properties))
            .toArray(String[]::new));
  }

  private List<Run> runs() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("gatling"))) {
      return files
          .filter(file -> file.endsWith(RunFolder.RUN))
          .map(file -> run(file.getParent()))
          .toList();
    }
  }

  private static Run run(Path path) {
    try {
      return new RunFolder(path).run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String log(RunFolder run) throws IOException {
    return Files.readString(run.path().resolve("simulation.log"), StandardCharsets.ISO_8859_1);
  }

  private void assertHidden() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("gatling"))) {
      assertThat(files.filter(Files::isRegularFile))
          .hasSizeGreaterThan(8)
          .allSatisfy(
              file ->
                  assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                      .as(file.toString())
                      .doesNotContain(SECRET));
    }
  }
}
