package fleetpoll.target;

import fleetpoll.settings.EmbeddedSettings;
import java.net.URI;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** The server that a fleet polls. */
public interface Target extends AutoCloseable {

  /** Where it is, without a path of its own unless it was given one. */
  URI uri();

  /** Its process on this machine, if Fleetpoll started it. */
  OptionalLong pid();

  /** Ends it if Fleetpoll started it; closing again does nothing. */
  @Override
  void close();

  /**
   * Starts the embedded target in a process of its own and waits until it listens. The process ends
   * when the target is closed, and also when this JVM ends in any way.
   *
   * @param output receives, on a thread of its own, each line that the process prints from its
   *     start on, other than the one that says where it listens
   * @throws IllegalArgumentException when the settings' faults are not as {@link Behavior#parse}
   *     wants them
   * @throws IllegalStateException when it does not listen within 20 s; the message carries the last
   *     lines that it printed
   */
  static Target embedded(EmbeddedSettings settings, Consumer<String> output) {
    return EmbeddedTarget.start(settings, output);
  }

  /** A server that is there already; closing it does nothing. */
  static Target at(URI uri) {
    return new RunningTarget(uri);
  }
}
