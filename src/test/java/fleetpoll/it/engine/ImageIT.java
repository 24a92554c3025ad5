package fleetpoll.it.engine;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.it.GatlingProcess;
import fleetpoll.it.Podman;
import fleetpoll.run.RunFolder;
import fleetpoll.server.Target;
import fleetpoll.settings.EmbeddedSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The image of the Dockerfile, in containers with as few rights as an engine can give. */
@Tag("engines")
class ImageIT {

  private static final List<String> RUN =
      List.of(
          "io.gatling.app.Gatling",
          "--no-reports",
          "--simulation",
          "fleetpoll.simulation.DevicePollSimulation",
          "--results-folder");

  @TempDir private static Path folder;
  private static Podman podman;
  private static Image image;

  @BeforeAll
  static void build() throws Exception {
    podman = Podman.assume(folder);
    image = Image.build(folder);
  }

  @AfterAll
  static void remove() throws Exception {
    if (podman != null) {
      podman.close();
    }
    if (image != null) {
      image.close();
    }
  }

  private static Command.Result run(List<String> arguments)
      throws IOException, InterruptedException {
    Path results = Files.createDirectories(folder.resolve("results"));
    Files.setPosixFilePermissions(results, PosixFilePermissions.fromString("rwxrwxrwx"));
    List<String> words = new ArrayList<>(podman.image(Image.NAME, results));
    words.addAll(arguments);
    return Command.of(words).run();
  }

  private static List<String> fleet(String results, String... properties) {
    List<String> words = new ArrayList<>();
    GatlingProcess.LENIENT.forEach(property -> words.add("-D" + property));
    List.of(properties).forEach(property -> words.add("-D" + property));
    words.addAll(RUN);
    words.add(results);
    return words;
  }

  @Test
  void aFleetRunsWithHalfACoreAsAUserWhoMayNothing() throws Exception {
    List<String> jvm = List.of("-Xmx64m");
    try (Target target = Target.embedded(new EmbeddedSettings(1, jvm, List.of()), line -> {})) {
      Command.Result result =
          run(fleet("/results", "target=" + target.uri(), "devices=20", "duration=4s"));

      assertThat(result.succeeded())
          .contains("CPU quota       0.5 cores for the generator", "Verdict: ")
          .doesNotContain("WARN ]", "ERROR");
    }
    RunFolder run = GatlingProcess.findRunFolder(folder.resolve("results")).orElseThrow();
    assertThat(run.run().endpoints().get(0).ok()).isPositive();
    assertThat(Files.getAttribute(run.path().resolve("run.json"), "unix:uid")).isEqualTo(1000);

    Files.delete(run.path().resolve("devices.html"));
    String there = "/results/" + run.path().getFileName();
    run(List.of("fleetpoll.cli.Fleetpoll", "report", there)).succeeded();
    assertThat(run.path().resolve("devices.html")).isNotEmptyFile();
  }

  @Test
  void itsRootCannotBeWritten() throws Exception {
    Command.Result result = run(fleet("/fleetpoll/results", "target=http://127.0.0.1:9"));

    assertThat(result.output())
        .contains(
            "The results folder /fleetpoll/results cannot be written (Read-only file system)");
    assertThat(result.exitCode()).isEqualTo(64);
  }

  @Test
  void itHasNoShellAndNoRoot() throws Exception {
    List<String> words = new ArrayList<>(podman.image(Image.NAME, folder));
    words.addAll(words.size() - 1, List.of("--entrypoint", "/bin/sh"));

    assertThat(Command.of(words).run().output()).contains("/bin/sh", "no such file");
    assertThat(image.inspected()).contains("\"User\": \"1000:1000\"");
  }
}
