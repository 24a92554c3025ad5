package fleetpoll.settings;

import fleetpoll.config.Checked;
import fleetpoll.config.DurationRange;
import fleetpoll.config.Key;
import fleetpoll.config.Keys;
import fleetpoll.config.Placeholders;
import fleetpoll.config.Problems;
import fleetpoll.config.Setting;
import fleetpoll.config.TextPattern;
import fleetpoll.text.FilePath;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The keys of one of the {@code targets}, a server to start; {@code started { }} contains their
 * defaults.
 */
final class ProgramKeys {

  /** The placeholder of the server's name. */
  static final String TARGET = "target";

  static final Function<String, String> FOLDER_TYPE =
      TextPattern.NOT_EMPTY.andThen(ProgramKeys::path).andThen(placeholder(TARGET));
  static final TextPattern READY_TYPE =
      TextPattern.of("/[^\\s\\p{Cntrl}#]*", "must begin with / and hold no space and no #");
  static final DurationRange READY_WITHIN_TYPE = DurationRange.of("1 s", "10 m");
  static final DurationRange STOP_WITHIN_TYPE = DurationRange.of("0 s", "5 m");

  private static final Keys ALL = new Keys();

  static final Key<List<String>> COMMAND =
      ALL.add(
          Key.ofList("command", TextPattern.NOT_EMPTY.andThen(placeholder(ServerProgram.PORT))));
  static final Key<List<String>> VERSIONS =
      ALL.add(Key.ofList("versions", TextPattern.NOT_EMPTY).optional());
  static final Key<String> READY = ALL.add(Key.of("ready", READY_TYPE).optional());
  static final Key<String> FOLDER = ALL.add(Key.of("folder", FOLDER_TYPE).optional());
  static final Key<Duration> READY_WITHIN =
      ALL.add(Key.of("ready-within", READY_WITHIN_TYPE).optional());
  static final Key<Duration> STOP_WITHIN =
      ALL.add(Key.of("stop-within", STOP_WITHIN_TYPE).optional());
  static final Key<String> INSTALL = ALL.add(Key.of("install", TextPattern.NOT_EMPTY).optional());

  private ProgramKeys() {}

  static Checked check(Setting entry, Problems problems) {
    Checked values =
        ALL.check(
            entry, "must be a server such as { command = [./server, \"#{port}\"] }", problems);
    String port = Placeholders.of(ServerProgram.PORT);
    values
        .findWritten(COMMAND)
        .filter(command -> !command.written().contains(port))
        .ifPresent(command -> problems.add(command, "must hold " + port + ", where to listen"));
    ALL.refuseOthers(entry, problems);
    return values;
  }

  private static Placeholders placeholder(String name) {
    return new Placeholders(Optional.of(List.of(name)));
  }

  private static String path(String text) {
    return FilePath.of(text, "a folder").toString();
  }
}
