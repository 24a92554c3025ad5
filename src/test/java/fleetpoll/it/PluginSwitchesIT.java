package fleetpoll.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fleetpoll.config.Parameter;
import fleetpoll.run.Run;
import fleetpoll.run.RunFolder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Every {@code -Dgatling.…} that Gatling's Maven plugin knows, and ours, each tried once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PluginSwitchesIT {

  private static final Pattern SWITCH = Pattern.compile("\\$\\{(gatling\\.\\w+)}");
  private static final String TEST_GOAL = "<goal>test</goal>";

  /** Where classes are up to date; two tests may do this at a time. */
  private static final List<String> COMPILED =
      List.of("-Dmaven.main.skip", "-Dmaven.resources.skip", "-Dmaven.test.skip");

  @TempDir static Path folder;
  private final Set<String> tried = new TreeSet<>();
  private Path run;

  /** The paths of a profile, a body and the results have letters that are not ASCII. */
  @Test
  @Order(1)
  void aRunTakesAllThatGoTogether() throws Exception {
    assumeTrue("UTF-8".equals(System.getProperty("sun.jnu.encoding")), "paths with ü");
    Path own = Files.createDirectory(folder.resolve("Größe €"));
    Path body = Files.writeString(own.resolve("körper.txt"), "ü");
    Path profile =
        Files.writeString(
            own.resolve("p.conf"),
            """
            devices = 1
            interval = 500ms
            duration = 2s
            endpoints = [
              { name = A, path = /report, method = POST, body = "%s", status = 205 }
            ]
            """
                .formatted(body));
    Path results = own.resolve("results");
    try (Maven maven =
        start(
            "-Dprofile=" + profile,
            "-Dslo.success=99%",
            "-Dgatling.resultsFolder=" + results,
            "-Dgatling.noReports=true",
            "-Dgatling.runDescription=a \"b\" ü",
            "-Dgatling.runMultipleSimulations=true",
            "-Dgatling.includes=fleetpoll.simulation.*",
            "-Dgatling.excludes=fleetpoll.simulation.Capacity*,fleetpoll.simulation.Concurrency*,"
                + "fleetpoll.simulation.*AfterLogin*",
            "-Dgatling.ignoreDefaultGatlingJvmArgs=true",
            "-Dgatling.jvmArgs=--add-opens=java.base/java.lang=ALL-UNNAMED,-Xss800k",
            "-Dgatling.workingDirectory=" + Path.of("").toAbsolutePath(),
            "-Dgatling.continueOnAssertionFailure=true",
            "-Dgatling.failOnError=false")) {
      assertThat(maven.exitCode()).as(maven.toString()).isZero();
      assertThat(maven.toString()).contains("Verdict: FAIL", "failOnError was set to false");

      RunFolder stored = GatlingProcess.findRunFolder(results).orElseThrow();
      run = stored.path();
      assertThat(run.resolve("index.html")).doesNotExist();
      Run read = stored.run();
      assertThat(read.versions().jvmFlags()).contains("-Xss800k");
      assertThat(read.parameters())
          .extracting(Parameter::value)
          .anyMatch(value -> value.contains(body.toString()));
      assertThat(read.endpoints().get(0).ko()).isBetween(1L, 4L);
    }
  }

  @Test
  @Order(2)
  void gatlingsReportIsMadeLater() throws Exception {
    assumeTrue(run != null, "after a run");
    try (Maven maven =
        start(
            "-Dgatling.reportsOnly=" + run.getFileName(),
            "-Dgatling.resultsFolder=" + run.getParent())) {
      assertThat(maven.exitCode()).as(maven.toString()).isZero();
      assertThat(run.resolve("index.html")).exists();
    }
  }

  @Test
  @Order(2)
  void nothingRunsIfSkipped() throws Exception {
    try (Maven maven = start("-Dgatling.skip=true", "-Ddevices=none")) {
      assertThat(maven.exitCode()).as(maven.toString()).isZero();
      assertThat(maven.toString()).contains("Skipping gatling-maven-plugin");
    }
  }

  @Test
  @Order(2)
  void mavensOwnProcessIsRefused() throws Exception {
    try (Maven maven =
        start(
            "-Dgatling.sameProcess=true",
            "-Dgatling.simulationClass=fleetpoll.simulation.DevicePollSimulation",
            "-Ddevices=1")) {
      assertThat(maven.exitCode()).as(maven.toString()).isEqualTo(1);
      assertThat(maven.toString())
          .containsOnlyOnce(
              "Fleetpoll does not run in Maven's own process: leave out -Dgatling.sameProcess.")
          .doesNotContain("\tat ", "Exception", "devices   ");
    }
  }

  @Test
  @Order(2)
  void aResultsFolderThatCannotBeMadeIsRefusedInASentence() throws Exception {
    try (Maven maven =
        start(
            "-Dgatling.resultsFolder=/proc/sys",
            "-Dgatling.simulationClass=fleetpoll.simulation.ConcurrencyStudySimulation")) {
      assertThat(maven.exitCode()).as(maven.toString()).isNotZero();
      assertThat(maven.toString())
          .containsOnlyOnce("The results folder /proc/sys cannot be written")
          .doesNotContain("\tat ", "NoSuchFile", "Requests");
    }
  }

  /** There, Java does not learn from its command line which letters are meant. */
  @Test
  @Order(2)
  void aPathThatTheLocaleCannotExpressIsRefusedWithAdvice() throws Exception {
    Path results = Files.createDirectory(folder.resolve("posix"));
    try (GatlingProcess gatling =
        GatlingProcess.start(Map.of("LC_ALL", "C"), results, "profile=/tmp/Größe/p.conf")) {
      assertThat(gatling.exitCode()).isEqualTo(64);
      assertThat(gatling.output())
          .contains("(-Dprofile): ", "set one such as LC_ALL=C.UTF-8")
          .doesNotContain("\tat ");
    }
  }

  @Test
  @Order(3)
  void noSwitchIsLeftOut() throws Exception {
    assumeTrue(run != null, "after a run");
    String version = System.getProperty("gatling-maven-plugin.version");
    Path jar =
        Path.of(System.getProperty("maven.repo.local"), "io", "gatling", "gatling-maven-plugin")
            .resolve(version)
            .resolve("gatling-maven-plugin-%s.jar".formatted(version));
    assertThat(tried).isEqualTo(switches(jar));
  }

  private static Set<String> switches(Path jar) throws Exception {
    Set<String> switches = new TreeSet<>(Set.of("gatling.resultsFolder"));
    try (JarFile file = new JarFile(jar.toFile())) {
      byte[] descriptor =
          file.getInputStream(file.getEntry("META-INF/maven/plugin.xml")).readAllBytes();
      Stream.of(new String(descriptor, StandardCharsets.UTF_8).split("<mojo>"))
          .filter(mojo -> mojo.contains(TEST_GOAL))
          .flatMap(mojo -> SWITCH.matcher(mojo).results())
          .map(found -> found.group(1))
          .forEach(switches::add);
    }
    return switches;
  }

  private Maven start(String... words) throws Exception {
    List<String> all = new ArrayList<>(List.of("gatling:test", "-Dwarm-up=0s"));
    all.addAll(COMPILED);
    GatlingProcess.LENIENT.forEach(property -> all.add("-D" + property));
    all.addAll(List.of(words));
    Stream.of(words)
        .map(word -> word.substring(2, word.indexOf('=')))
        .filter(name -> name.startsWith("gatling."))
        .forEach(tried::add);
    return Maven.start(folder, all.toArray(String[]::new));
  }
}
