package fleetpoll.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fleetpoll.config.Environment;
import fleetpoll.config.Problem;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One message lists everything that is wrong. */
class ProblemsTest {

  private final Workspace workspace;

  ProblemsTest(@TempDir Path directory) {
    workspace = new Workspace(directory);
  }

  @Test
  void everythingThatIsWrongIsToldAtOnceInTheOrderOfTheFile() {
    workspace.with(
        "p.conf", "devices = many\nendpoints = [{name = a, path = x}]\nembeded { a = 1 }");

    assertThatExceptionOfType(InvalidSettings.class)
        .isThrownBy(
            () ->
                workspace.load(
                    "profile=p.conf", "devcies=1", "mix=x", "identities=no.csv", "interval=0 ms"))
        .withMessage(
            """
            Fleetpoll cannot start:
              devices = many (p.conf:1): must be a whole number from 1 to 100,000
              interval = 0 ms (-Dinterval): must be 1 ms to 1 h
              identities = no.csv (-Didentities): no such file in the working directory or in user-files/resources
              mix = x (-Dmix): must be a:b, two whole numbers from 1 to 1,000,000 such as 10:1, or none
              endpoints[0].path = x (p.conf:2): must begin with /
              embeded (p.conf:3): unknown; did you mean embedded?
              devcies (-Ddevcies): unknown; did you mean devices?\
            """)
        .satisfies(
            e ->
                assertThat(e.problems())
                    .hasSize(7)
                    .contains(
                        new Problem(
                            "interval", Optional.of("0 ms"), "must be 1 ms to 1 h", "-Dinterval")));
  }

  @Test
  void defaultsThatAUserBrokeAreToldToo() throws IOException {
    String conf = Files.readString(Path.of("conf/fleet.conf"));

    assertThat(problems(conf.replace("interval = 500 ms", "intervall = 500 ms")))
        .containsExactly(
            "interval (conf/fleet.conf): missing",
            "intervall (conf/fleet.conf:12): unknown; did you mean interval?");
    assertThat(problems(conf.replace("bytes = 100 }", "bytes = 100, share = 1/2 }")))
        .containsExactly(
            "mix = 10:1 (conf/fleet.conf:39): must be none if endpoints have a share or every of"
                + " their own");
    assertThat(problems(conf.replace("seed = 1", "seed = ]")))
        .singleElement()
        .asString()
        .startsWith("fleet.conf (conf/fleet.conf:21): Expecting a value");
  }

  private List<String> problems(String defaults) throws IOException {
    workspace.with("conf/fleet.conf", defaults);
    URL[] classPath = {workspace.directory().resolve("conf").toUri().toURL()};
    try (URLClassLoader resources = new URLClassLoader(classPath, null)) {
      return catchThrowableOfType(
              InvalidSettings.class,
              () ->
                  SettingsLoader.load(
                      Map.of(),
                      workspace.directory(),
                      resources,
                      new Environment(Map.of()),
                      SettingsLoader.Experts.NONE))
          .problems()
          .stream()
          .map(Problem::toString)
          .toList();
    }
  }
}
