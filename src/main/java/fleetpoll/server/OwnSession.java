package fleetpoll.server;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Gives a target a session of its own: it then gets no Ctrl-C that is meant for us, and lists of
 * processes show it apart from us.
 */
final class OwnSession {

  private OwnSession() {}

  /**
   * The program that, put before a command, starts a session; empty if the machine does not have
   * it. A new child leads no process group, so setsid does not fork and the pid stays the same.
   */
  static Optional<String> program() {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.of(path.split(File.pathSeparator))
        .map(directory -> Path.of(directory, "setsid"))
        .filter(Files::isExecutable)
        .findFirst()
        .map(Path::toString);
  }
}
