package fleetpoll.it.engine;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.watch.Installed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A program of this machine that a test runs to its end.
 *
 * @param words the program and its arguments
 * @param environment what it has in addition to the test's
 */
record Command(List<String> words, Map<String, String> environment) {

  private static final Duration BOUND = Duration.ofMinutes(8);

  /**
   * What came of it.
   *
   * @param output of both streams
   */
  record Result(int exitCode, String output) {

    /** Its output; fails if it did not succeed. */
    String succeeded() {
      assertThat(exitCode).as(output).isZero();
      return output;
    }
  }

  static Command of(String... words) {
    return new Command(List.of(words), Map.of());
  }

  static Command of(List<String> words) {
    return new Command(words, Map.of());
  }

  Command with(String variable, String value) {
    Map<String, String> more = new HashMap<>(environment);
    more.put(variable, value);
    return new Command(words, more);
  }

  /** The same with further arguments. */
  Command and(String... arguments) {
    return new Command(Stream.concat(words.stream(), Stream.of(arguments)).toList(), environment);
  }

  Result run() throws IOException, InterruptedException {
    Path output = Files.createTempFile("fleetpoll-", ".txt");
    try {
      Process process = start(output);
      boolean ended = process.waitFor(BOUND.toSeconds(), TimeUnit.SECONDS);
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      String text = Files.readString(output);
      assertThat(ended).as("ended within %s: %s: %s", BOUND, words, text).isTrue();
      return new Result(process.exitValue(), text);
    } finally {
      Files.delete(output);
    }
  }

  /** Starts it without waiting for its end. */
  Process start(Path output) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().putAll(environment);
    return builder.start();
  }

  /** Skips the test if one of the programs is missing, or if it does not run as root. */
  static void assume(String install, String... programs) {
    String missing =
        Stream.of(programs)
            .filter(name -> !Installed.isThere(name))
            .collect(Collectors.joining(", "));
    Assumptions.assumeTrue(missing.isEmpty(), missing + " missing: " + install);
    Assumptions.assumeTrue("root".equals(System.getProperty("user.name")), "not root");
  }
}
