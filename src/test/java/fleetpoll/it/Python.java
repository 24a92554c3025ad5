package fleetpoll.it;

import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;

/** The interpreter that has what a test needs. */
final class Python {

  private Python() {}

  /** The interpreter of the study's clients that has the most to offer. */
  static String withLibraries() {
    return with("requests, aiohttp").orElse("python3");
  }

  /** The system's, or the one of the path; empty where neither has these libraries. */
  static Optional<String> with(String libraries) {
    return Stream.of("/usr/bin/python3", "python3")
        .filter(python -> hasLibraries(python, libraries))
        .findFirst();
  }

  private static boolean hasLibraries(String python, String libraries) {
    try {
      return new ProcessBuilder(python, "-c", "import " + libraries).start().waitFor() == 0;
    } catch (IOException | InterruptedException e) {
      return false;
    }
  }
}
