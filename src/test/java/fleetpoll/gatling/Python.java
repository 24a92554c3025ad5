package fleetpoll.gatling;

import java.io.IOException;
import java.util.stream.Stream;

/** The interpreter of the study's Python clients. */
final class Python {

  private Python() {}

  /** The interpreter that has the most to offer: the system's, or the one of the path. */
  static String withLibraries() {
    return Stream.of("/usr/bin/python3", "python3")
        .filter(Python::hasLibraries)
        .findFirst()
        .orElse("python3");
  }

  private static boolean hasLibraries(String python) {
    try {
      return new ProcessBuilder(python, "-c", "import requests, aiohttp").start().waitFor() == 0;
    } catch (IOException | InterruptedException e) {
      return false;
    }
  }
}
