package fleetpoll.server;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * In a session of its own a target gets no Ctrl-C meant for us, and can be told from us in a list
 * of processes.
 */
final class OwnSession {

  private OwnSession() {}

  /**
   * What, before a command, gives it one, where the machine has it. A new child leads no process
   * group, so setsid does not fork: the pid stays.
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
