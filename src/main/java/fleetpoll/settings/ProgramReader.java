package fleetpoll.settings;

import fleetpoll.config.DurationRange;
import fleetpoll.config.Placeholders;
import fleetpoll.config.Problems;
import fleetpoll.config.Reader;
import fleetpoll.config.Setting;
import fleetpoll.config.TextPattern;
import fleetpoll.config.UnknownKeys;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads how one server is started.
 *
 * @param ready of servers that have none of their own; empty when it is a problem already
 * @param folder likewise, as are the further ones
 * @param workingDirectory where relative folders begin
 */
record ProgramReader(
    Optional<String> ready,
    Optional<String> folder,
    Optional<Duration> readyWithin,
    Optional<Duration> stopWithin,
    Path workingDirectory,
    Problems problems) {

  private static final String TARGET = "target";
  private static final TextPattern READY =
      TextPattern.of("/[^\\s\\p{Cntrl}#]*", "must begin with / and hold no space and no #");
  private static final Function<String, String> FOLDER =
      TextPattern.NOT_EMPTY.andThen(ProgramReader::path).andThen(placeholders(TARGET));
  private static final Function<String, String> WORD =
      TextPattern.NOT_EMPTY.andThen(placeholders(ServerProgram.PORT));
  private static final DurationRange READY_WITHIN = DurationRange.of("1 s", "10 m");
  private static final DurationRange STOP_WITHIN = DurationRange.of("0 s", "5 m");

  /** Reads {@code started { }}, which every server falls back on. */
  static ProgramReader of(Reader reader, Path workingDirectory, Problems problems) {
    return new ProgramReader(
        reader.required("started.ready", READY),
        reader.required("started.folder", FOLDER),
        reader.required("started.ready-within", READY_WITHIN),
        reader.required("started.stop-within", STOP_WITHIN),
        workingDirectory,
        problems);
  }

  /** Reads an entry; empty when anything is wrong so far. */
  Optional<ServerProgram> read(String name, Setting entry) {
    if (entry.names().isEmpty()) {
      problems.add(entry, "must be a server such as { command = [./server, \"#{port}\"] }");
      return Optional.empty();
    }
    Reader reader = Reader.of(entry, problems);
    List<String> command = command(reader);
    var ownReady = reader.optional("ready", READY);
    var ownFolder = reader.optional("folder", FOLDER);
    var ownReadyWithin = reader.optional("ready-within", READY_WITHIN);
    var ownStopWithin = reader.optional("stop-within", STOP_WITHIN);
    var install = reader.optional("install", TextPattern.NOT_EMPTY);
    UnknownKeys.check(entry, reader.asked(), problems);
    if (!problems.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new ServerProgram(
            command,
            workingDirectory.resolve(
                Placeholders.fill(ownFolder.or(() -> folder).orElseThrow(), TARGET, name)),
            ownReady.or(() -> ready).orElseThrow(),
            ownReadyWithin.or(() -> readyWithin).orElseThrow(),
            ownStopWithin.or(() -> stopWithin).orElseThrow(),
            install));
  }

  private List<String> command(Reader reader) {
    List<String> command = reader.list("command", WORD);
    String port = Placeholders.of(ServerProgram.PORT);
    reader
        .optional("command")
        .filter(written -> !written.written().contains(port))
        .ifPresent(written -> problems.add(written, "must hold " + port + ", where to listen"));
    return command;
  }

  private static Placeholders placeholders(String name) {
    return new Placeholders(Optional.of(List.of(name)));
  }

  private static String path(String text) {
    try {
      return Path.of(text).toString();
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("must be the path of a folder: " + e.getReason(), e);
    }
  }
}
