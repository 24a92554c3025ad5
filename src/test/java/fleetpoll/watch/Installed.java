package fleetpoll.watch;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Programs that a test needs and not every machine has. */
final class Installed {

  private Installed() {}

  /** Skips the test if a program is missing. */
  static void assume(String program, String debianPackage) {
    boolean present =
        Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    assumeTrue(
        present,
        "%s is missing: apt-get install --no-install-recommends %s"
            .formatted(program, debianPackage));
  }
}
