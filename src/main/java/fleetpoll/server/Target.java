package fleetpoll.server;

import fleetpoll.settings.EmbeddedSettings;
import fleetpoll.settings.ServerProgram;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** The server that a fleet polls. */
public interface Target extends AutoCloseable {

  /** Its address; contains a path only if the settings gave one. */
  URI uri();

  /** Its process on this machine, if Fleetpoll started it; the root of all its processes. */
  OptionalLong pid();

  /** The file with its output, if there is one; complete when the target is closed. */
  default Optional<Path> log() {
    return Optional.empty();
  }

  /**
   * What it consists of, each a name and its version, as a command of its settings says; empty if
   * there is no such command.
   *
   * @throws IllegalStateException if the command fails or takes longer than 20 s
   */
  default List<String> versions() {
    return List.of();
  }

  /** Ends it if Fleetpoll started it; closing again does nothing. */
  @Override
  void close();

  /**
   * Starts the embedded target in a process of its own and waits until it listens. The process ends
   * when the target is closed, and also when this JVM ends in any way.
   *
   * @param output receives, on a thread of its own, each line that the process prints from its
   *     start on, except the one that contains its address
   * @throws IllegalArgumentException if {@link Behavior#parse} refuses the settings' faults
   * @throws IllegalStateException if it does not listen within 20 s; the message contains the last
   *     lines that it printed
   */
  static Target embedded(EmbeddedSettings settings, Consumer<String> output) {
    return EmbeddedTarget.start(settings, output);
  }

  /**
   * Starts a server on a free port of 127.0.0.1, in a session of its own, and waits until it is
   * ready. All its processes end when it is closed, and also when this JVM ends in any way.
   *
   * @param name of the server, for messages
   * @throws NotInstalled if there is no such program on this machine, or its exit code 127 says
   *     that something it needs is missing
   * @throws IllegalStateException if it cannot be started, ends, or is not ready in time; the
   *     message contains the last lines that it printed
   */
  static Target started(String name, ServerProgram program) {
    return StartedTarget.start(name, program);
  }

  /** A server that already runs; closing it does nothing. */
  static Target at(URI uri) {
    return new RunningTarget(uri);
  }
}
