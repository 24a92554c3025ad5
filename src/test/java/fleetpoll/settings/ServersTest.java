package fleetpoll.settings;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.config.Environment;
import fleetpoll.config.Layers;
import fleetpoll.config.Parameter;
import fleetpoll.config.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Servers that a run starts: those that are part of Fleetpoll, and a user's own. */
class ServersTest {

  private static final String ALLOWED =
      "must be embedded, a server to start (aiohttp, channels, channels-db, channels-uvicorn,"
          + " django, django-asgi, django-rest, falcon, falcon-db, falcon-granian, fastapi, go,"
          + " nginx, node, spring, starlette) or a URL such as http://127.0.0.1:8000: http or https, a"
          + " host, a port from 1 to 65535 if any, no user, query or fragment";

  @TempDir Path directory;

  @Test
  void aUsersOwnServerIsFiveLinesOfAProfile() throws IOException {
    Files.createDirectories(directory.resolve("mine"));

    FleetSettings settings =
        new Workspace(directory)
            .loadProfile(
                """
                target = mine
                targets.mine {
                  folder = mine
                  command = [./server, --listen, "127.0.0.1:#{port}"]
                  versions = [./server, --version]
                }
                """);

    ServerProgram program =
        new ServerProgram(
            List.of("./server", "--listen", "127.0.0.1:#{port}"),
            List.of("./server", "--version"),
            directory.resolve("mine"),
            "/health",
            Duration.ofSeconds(30),
            Duration.ofSeconds(5),
            Optional.empty());
    assertThat(settings.target()).isEqualTo(new TargetSettings.Started("mine", program));
    assertThat(program.command(8000)).containsExactly("./server", "--listen", "127.0.0.1:8000");
    assertThat(settings.inForce())
        .filteredOn(parameter -> parameter.key().startsWith("targets"))
        .singleElement()
        .satisfies(
            parameter -> {
              assertThat(parameter.key()).isEqualTo("targets.mine");
              assertThat(parameter.origin()).isEqualTo("p.conf:2");
            });
  }

  @Test
  void everyServerThatIsATargetIsInForce() {
    FleetSettings settings =
        new Workspace(directory)
            .with("a/x", "")
            .with("b/x", "")
            .loadProfile(
                """
                targets.a { folder = a, command = [./server, "#{port}"] }
                targets.b { folder = b, command = [./server, "#{port}"] }
                targets.c { folder = b, command = [./server, "#{port}"] }
                target = [a, embedded, b]
                """);

    assertThat(settings.inForce())
        .extracting(Parameter::key)
        .filteredOn(key -> key.startsWith("targets"))
        .containsExactly("targets.a", "targets.b");
  }

  @Test
  void everyServerThatComesAlongHasAFolderAndSaysItsVersionsAndHowToInstallIt() {
    Layers layers =
        Layers.read(
                SettingsLoader.FLEET,
                Map.of(),
                directory,
                getClass().getClassLoader(),
                new Environment(Map.of()),
                new Problems())
            .orElseThrow();
    List<String> names =
        layers.find(FleetKeys.TARGETS).orElseThrow().children().keySet().stream().toList();

    assertThat(names).isNotEmpty();
    for (String name : names) {
      FleetSettings settings = SettingsLoader.load(Workspace.asMap("target=" + name), Path.of(""));
      TargetSettings.Started started = (TargetSettings.Started) settings.target();
      assertThat(started.program().folder()).isEqualTo(Path.of("user-files/targets", name));
      assertThat(started.program().install()).isPresent();
      assertThat(started.program().versions()).isNotEmpty();
    }
  }

  @Test
  void anEntryIsChangedKeyByKey() throws IOException {
    Files.createDirectories(directory.resolve("user-files/targets/nginx"));

    FleetSettings settings =
        new Workspace(directory)
            .loadProfile(
                "targets.nginx { ready = \"/ready?x=1\", ready-within = 90 s, stop-within = 0 s }",
                "target=nginx",
                "started.ready=/overruled");

    ServerProgram program = ((TargetSettings.Started) settings.target()).program();
    assertThat(program.command()).startsWith("./start");
    assertThat(program.ready()).isEqualTo("/ready?x=1");
    assertThat(program.readyWithin()).isEqualTo(Duration.ofSeconds(90));
    assertThat(program.stopWithin()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "falcn, falcon",
    "Embedded, embedded",
    "embeded, embedded",
    "chanels-uvicorn, channels-uvicorn"
  })
  void aSlipIsTold(String target, String meant) {
    assertThat(new Workspace(directory).problems("target=" + target))
        .containsExactly(
            "target = " + target + " (-Dtarget): " + ALLOWED + "; did you mean " + meant + "?");
  }

  @Test
  void aFolderThatIsNotThereIsAProblemOfTheServerThatIsChosen() {
    assertThat(new Workspace(directory).problems("target=falcon"))
        .containsExactly(
            "target = falcon (-Dtarget): needs the folder "
                + directory.resolve("user-files/targets/falcon")
                + ", which is not there; targets.falcon.folder can be another");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          x = 5                          | targets.x = 5 (p.conf:1): must be a server such as { command = [./server, "#{port}"] }
          x {}                           | targets.x.command (p.conf:1): missing
          x { command = [] }             | targets.x.command = [] (p.conf:1): must hold #{port}, where to listen
          x { command = [a] }            | targets.x.command = ["a"] (p.conf:1): must hold #{port}, where to listen
          x { command = ["#{port}", ""] } | targets.x.command[1] = "" (p.conf:1): must not be empty
          x { command = ["#{port} #{host}"] } | targets.x.command[0] = #{port} #{host} (p.conf:1): has unknown #{host}; available: #{port}
          nginx { ready = health }       | targets.nginx.ready = health (p.conf:1): must begin with / and hold no space and no #
          nginx { ready-within = 5 }     | targets.nginx.ready-within = 5 (p.conf:1): needs a unit, such as 250ms, 90s or 2 m; must be 1 s to 10 m
          nginx { stop-within = 6 m }    | targets.nginx.stop-within = 6 m (p.conf:1): must be 0 s to 5 m
          nginx { folder = "" }          | targets.nginx.folder = "" (p.conf:1): must not be empty
          nginx { folder = "#{port}" }   | targets.nginx.folder = #{port} (p.conf:1): has unknown #{port}; available: #{target}
          nginx { instal = x }           | targets.nginx.instal (p.conf:1): unknown; did you mean install?
          embedded { command = ["#{port}"] } | targets.embedded (p.conf:1): the name is taken; choose another
          "7up" { command = ["#{port}"] } | targets.7up (p.conf:1): the name must begin with a letter; then letters, digits, _ and -
          """)
  void aProblemOfAnEntryHasItsFileAndLine(String entry, String problem) {
    assertThat(new Workspace(directory).problemsOfProfile("targets { " + entry + " }"))
        .containsExactly(problem);
  }

  @Test
  void targetsAreNoObject() {
    assertThat(new Workspace(directory).problemsOfProfile("targets = 5"))
        .contains(
            "targets = 5 (p.conf:1): must be an object: { mine { command = [./server,"
                + " \"#{port}\"] } }");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          targets             | unknown; did you mean target?
          targets.nginx.ready | targets cannot be on the command line: write it into a profile and give -Dprofile=./my-fleet.conf
          started.raedy       | unknown; did you mean started.ready?
          """)
  void onTheCommandLine(String name, String wrong) {
    assertThat(new Workspace(directory).problems(name + "=/x"))
        .containsExactly(name + " (-D" + name + "): " + wrong);
  }
}
