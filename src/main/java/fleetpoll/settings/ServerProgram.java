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
 * @param folder where the command runs
 * @param ready path of which a GET answers 2xx as soon as the server can be polled
 * @param readyWithin how long that may take from the start on
 * @param stopWithin how long it may take to end, once asked to, before it is killed
 * @param install how users install what it needs, if that is told
 */
public record ServerProgram(
    List<String> command,
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
