package fleetpoll.it;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.run.RunFolder;
import fleetpoll.simulation.DevicePollSimulation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A simulation in a process of its own, started as the Maven plugin starts it. */
public final class GatlingProcess implements AutoCloseable {

  private static final long BOUND_SECONDS = 240;

  /** What a script starts in the background ignores Ctrl-C, and so would all below it. */
  private static final List<String> SESSION = List.of("env", "--default-signal=INT", "setsid");

  /** The flags of the pom, with which users run: others would collect garbage at other times. */
  private static final String[] TUNED =
      Objects.requireNonNull(System.getProperty("fleetpoll.jvmArgs"), "run by Maven").split(",");

  /** A busy machine is nobody's fault where a test is not about the verdict. */
  public static final List<String> LENIENT =
      List.of(
          "validity.lateness=1h",
          "validity.missed=100%",
          "validity.cpu=100%",
          "validity.gc-pause=1h",
          "slo.success=none",
          "slo.missed=none",
          "tolerance.missed=none",
          "validity.stall=1h");

  private final Process process;
  private final Path results;
  private final Path output;

  private GatlingProcess(Process process, Path results, Path output) {
    this.process = process;
    this.results = results;
    this.output = output;
  }

  /**
   * The default simulation.
   *
   * @param folder where its results and its output go
   * @param properties {@code key=value} each; limits of the verdict are wide unless they say so
   */
  static GatlingProcess start(Path folder, String... properties) throws IOException {
    return start(DevicePollSimulation.class, folder, properties);
  }

  static GatlingProcess start(Class<?> simulation, Path folder, String... properties)
      throws IOException {
    return start(SESSION, Map.of(), simulation, folder, properties);
  }

  /** The default simulation with further variables in its environment. */
  static GatlingProcess start(Map<String, String> environment, Path folder, String... properties)
      throws IOException {
    return start(SESSION, environment, DevicePollSimulation.class, folder, properties);
  }

  /** The default simulation, started by the program whose words {@code launcher} contains. */
  static GatlingProcess start(List<String> launcher, Path folder, String... properties)
      throws IOException {
    return start(launcher, Map.of(), DevicePollSimulation.class, folder, properties);
  }

  /** The default simulation with its results elsewhere than its output. */
  static GatlingProcess startInto(Path results, Path folder, String... properties)
      throws IOException {
    List<String> option = List.of("--results-folder", results.toString());
    List<String> command =
        command(
            SESSION,
            ClassArchive.flags(),
            DevicePollSimulation.class,
            option,
            withArchive(properties));
    return launch(command, Map.of(), folder, results);
  }

  /** The default simulation in a JVM with these flags, its class path among them. */
  static GatlingProcess startWith(List<String> flags, Path folder, String... properties)
      throws IOException {
    Path results = Files.createDirectories(folder.resolve("gatling"));
    List<String> option = List.of("-rf", results.toString());
    List<String> command = command(SESSION, flags, DevicePollSimulation.class, option, properties);
    return launch(command, Map.of(), folder, results);
  }

  private static GatlingProcess start(
      List<String> launcher,
      Map<String, String> environment,
      Class<?> simulation,
      Path folder,
      String... properties)
      throws IOException {
    Path results = Files.createDirectories(folder.resolve("gatling"));
    List<String> option = List.of("-rf", results.toString());
    List<String> command =
        command(launcher, ClassArchive.flags(), simulation, option, withArchive(properties));
    return launch(command, environment, folder, results);
  }

  /** The flags of the embedded target's JVM are its defaults, and the archive of classes. */
  private static String[] withArchive(String... properties) throws IOException {
    String flags =
        ClassArchive.flagsBelow(
            "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m", "-Xms64m", "-Xmn16m");
    return Stream.concat(Stream.of("embedded.jvm-args=" + flags), Stream.of(properties))
        .toArray(String[]::new);
  }

  private static List<String> command(
      List<String> launcher,
      List<String> flags,
      Class<?> simulation,
      List<String> option,
      String... properties) {
    List<String> command = new ArrayList<>(launcher);
    command.add(ProcessHandle.current().info().command().orElseThrow());
    command.addAll(
        List.of(
            "-Xmx512m",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED"));
    Collections.addAll(command, TUNED);
    // Of two properties of one name, a JVM takes the later one.
    Stream.concat(LENIENT.stream(), Stream.of(properties))
        .forEach(property -> command.add("-D" + property));
    command.addAll(flags);
    command.addAll(List.of("io.gatling.app.Gatling", "-s", simulation.getName()));
    command.addAll(option);
    return command;
  }

  private static GatlingProcess launch(
      List<String> command, Map<String, String> environment, Path folder, Path results)
      throws IOException {
    Path output = folder.resolve("output.txt");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().putAll(environment);
    return new GatlingProcess(builder.start(), results, output);
  }

  long pid() {
    return process.pid();
  }

  ProcessHandle handle() {
    return process.toHandle();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Whether it ends meanwhile; waits for so long if it does not. */
  boolean hasEndedWithin(Duration time) throws InterruptedException {
    return process.waitFor(time.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Its exit code, within a bound. */
  int exitCode() throws InterruptedException {
    assertThat(process.waitFor(BOUND_SECONDS, TimeUnit.SECONDS)).as("ended: %s", this).isTrue();
    return process.exitValue();
  }

  /** Waits until it has printed {@code text}. */
  void awaitOutput(String text) throws IOException {
    Await.until(() -> output().contains(text), () -> "printed " + text + ": " + this);
  }

  /** Waits until devices have certainly polled; Gatling's own first table comes later. */
  void awaitPolls() throws IOException, InterruptedException {
    awaitOutput("started...");
    assertThat(hasEndedWithin(Duration.ofMillis(2_500))).as("ended: %s", this).isFalse();
  }

  String output() throws IOException {
    return Files.readString(output);
  }

  /** The folder of its one run. */
  RunFolder runFolder() throws IOException {
    return findRunFolder().orElseThrow(() -> new AssertionError("no run folder: " + this));
  }

  Optional<RunFolder> findRunFolder() throws IOException {
    return findRunFolder(results);
  }

  /** Where it stores what it finds. */
  Path results() {
    return results;
  }

  public static Optional<RunFolder> findRunFolder(Path results) throws IOException {
    if (!Files.isDirectory(results)) {
      return Optional.empty();
    }
    try (Stream<Path> folders = Files.list(results)) {
      return folders
          .filter(Files::isDirectory)
          .filter(folder -> folder.getFileName().toString().startsWith("devicepoll"))
          .max(java.util.Comparator.naturalOrder())
          .map(RunFolder::new);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  @Override
  public String toString() {
    try {
      return output();
    } catch (IOException e) {
      return "no output: " + e;
    }
  }
}
