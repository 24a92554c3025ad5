package fleetpoll.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fleetpoll.config.Environment;
import fleetpoll.config.Parameter;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a parameter comes from, and which source wins. */
class LayersTest {

  private final Workspace workspace;

  LayersTest(@TempDir Path directory) {
    workspace = new Workspace(directory);
  }

  @Test
  void theCommandLineIsOverTheProfileAndTheProfileOverTheDefaults() {
    FleetSettings settings =
        workspace.load("profile=smoke", "devices=3", "embedded.faults=a=b, c=d");

    assertThat(settings.ownDevices()).isEqualTo(3);
    assertThat(settings.duration()).isEqualTo(Duration.ofSeconds(10));
    assertThat(settings.interval()).isEqualTo(Duration.ofMillis(500));
    assertThat(settings.embedded().faults()).containsExactly("a=b", "c=d");
    assertThat(settings.inForce())
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("normal")
        .contains(
            new Parameter("devices", "3", "-Ddevices"),
            new Parameter("duration", "10 s", "conf/profiles/smoke.conf:3"),
            new Parameter("interval", "500 ms", "conf/fleet.conf:12"),
            new Parameter("embedded.faults", "a=b, c=d", "-Dembedded.faults"));
  }

  @Test
  void aProfilesFileIsShownAsItWasWritten() {
    workspace.with("sub/my.conf", "\nseed = 7");

    assertThat(workspace.load("profile=./sub/my.conf").inForce())
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("normal")
        .contains(new Parameter("seed", "7", "./sub/my.conf:2"));
  }

  @Test
  void filesMayReferToEachOther() {
    FleetSettings settings =
        workspace.loadProfile(
            "timeout = ${interval}\nembedded.jvm-args = ${embedded.jvm-args} [\"-Da=b\"]");

    assertThat(settings.timeout()).isEqualTo(settings.interval());
    assertThat(settings.embedded().jvmArgs()).hasSizeGreaterThan(1).endsWith("-Da=b");
  }

  @Test
  void profilesInAJarAreFound() throws IOException {
    Path jar = workspace.directory().resolve("fleetpoll.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(file)) {
      write(entries, "fleet.conf", Files.readString(Path.of("conf/fleet.conf")));
      entries.putNextEntry(new JarEntry("profiles/"));
      write(entries, "profiles/one.conf", "seed = 5");
      write(entries, "profiles/two.conf", "");
    }
    try (URLClassLoader resources = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
      assertThat(
              SettingsLoader.load(
                      Map.of("profile", "one"),
                      workspace.directory(),
                      resources,
                      new Environment(Map.of()),
                      SettingsLoader.Experts.NONE)
                  .seed())
          .isEqualTo(5);
      assertThatExceptionOfType(InvalidSettings.class)
          .isThrownBy(
              () ->
                  SettingsLoader.load(
                      Map.of("profile", "three"),
                      workspace.directory(),
                      resources,
                      new Environment(Map.of()),
                      SettingsLoader.Experts.NONE))
          .withMessageContaining("must be one of one, two (conf/profiles)");
    }
  }

  private static void write(JarOutputStream jar, String name, String content) throws IOException {
    jar.putNextEntry(new JarEntry(name));
    jar.write(content.getBytes(StandardCharsets.UTF_8));
  }
}
