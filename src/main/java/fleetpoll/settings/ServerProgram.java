package fleetpoll.settings;

import fleetpoll.config.Placeholders;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How a server is started and ended.
 *
 * @param command the program and its arguments; in them {@code #{port}} is the port to listen on
 * @param versions a command that prints what the server consists of; empty if there is none
 * @param folder the one in which the commands run
 * @param ready path to which a GET answers 2xx as soon as the server can be polled
 * @param readyWithin how long that may take after the start
 * @param stopWithin how long it may take to end after it was asked to, before it is killed
 * @param install how users install what it needs; empty if the settings do not say
 */
public record ServerProgram(
    List<String> command,
    List<String> versions,
    Path folder,
    String ready,
    Duration readyWithin,
    Duration stopWithin,
    Optional<String> install) {

  static final String PORT = "port";

  /** The command for a port. */
  public List<String> command(int port) {
    return command.stream()
        .map(word -> Placeholders.fill(word, PORT, Integer.toString(port)))
        .toList();
  }
}
