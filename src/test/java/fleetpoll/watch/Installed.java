package fleetpoll.watch;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Programs that a test needs and not every machine has. */
public final class Installed {

  private Installed() {}

  /**
   * Skips the test if a program is missing.
   *
   * @param debianPackages in which it comes, and what it needs
   */
  public static void assume(String program, String debianPackages) {
    assumeTrue(
        isThere(program),
        "%s is missing: apt-get install --no-install-recommends %s"
            .formatted(program, debianPackages));
  }

  /** Whether it is in a folder of the {@code PATH}. */
  public static boolean isThere(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
  }
}
