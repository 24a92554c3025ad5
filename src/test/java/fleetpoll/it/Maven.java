package fleetpoll.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A Maven on this project that fetches nothing: whatever it needs, the build that runs these tests
 * has fetched.
 */
final class Maven implements AutoCloseable {

  /** Where Gatling's plugin puts the folders of runs. */
  static final Path RESULTS = Path.of("target", "gatling").toAbsolutePath();

  private static final long BOUND_SECONDS = 240;

  private final Process process;
  private final Path output;

  private Maven(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /**
   * @param folder in which it is started; its output goes there, too
   */
  static Maven start(Path folder, String... words) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(
        property("maven.home").map(home -> Path.of(home, "bin", "mvn").toString()).orElse("mvn"));
    command.addAll(List.of("-o", "-B", "-f", Path.of("pom.xml").toAbsolutePath().toString()));
    property("maven.repo.local").ifPresent(path -> command.add("-Dmaven.repo.local=" + path));
    command.addAll(List.of(words));
    Path output = folder.resolve("mvn.txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("LC_ALL", "C.UTF-8");
    // It only starts another JVM: to compile its own code well would take longer than to run it.
    builder.environment().put("MAVEN_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
    return new Maven(builder.start(), output);
  }

  /** As the build that runs these tests has it; empty where none does. */
  private static Optional<String> property(String name) {
    return Optional.ofNullable(System.getProperty(name));
  }

  /** Waits until it has printed {@code text}. */
  void awaitOutput(String text) {
    Await.until(
        () -> toString().contains(text) || !process.isAlive(),
        () -> "printed " + text + ": " + this);
    assertThat(toString()).contains(text);
  }

  List<ProcessHandle> descendants() {
    return process.descendants().toList();
  }

  /** As SIGTERM does. */
  void end() {
    process.destroy();
  }

  /** Its exit code, within a bound. */
  int exitCode() throws InterruptedException {
    assertThat(process.waitFor(BOUND_SECONDS, TimeUnit.SECONDS)).as("ended: %s", this).isTrue();
    return process.exitValue();
  }

  @Override
  public void close() {
    descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  /** What it has printed. */
  @Override
  public String toString() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      return "no output: " + e;
    }
  }
}
