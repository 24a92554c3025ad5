package fleetpoll.study;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fleetpoll.client.CellResult;
import fleetpoll.client.Leash;
import fleetpoll.text.Reason;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

/** Reads the output of a client's process to its end, so that the process never blocks. */
final class ClientOutput implements Runnable {

  /** A line of a stack trace, which tells the user nothing. */
  private static final Pattern STACK_FRAME = Pattern.compile("\\s+(at |\\.\\.\\. )");

  private static final ObjectMapper JSON = new ObjectMapper();

  private final BufferedReader lines;
  private final Runnable loadIsOver;
  private final CompletableFuture<Optional<CellResult>> result = new CompletableFuture<>();
  private volatile String lastLine = "";

  /**
   * @param loadIsOver called when the client reports that its load is over
   */
  ClientOutput(BufferedReader lines, Runnable loadIsOver) {
    this.lines = lines;
    this.loadIsOver = loadIsOver;
  }

  /** The result, as soon as it is there; empty if the output ends without one. */
  CompletableFuture<Optional<CellResult>> result() {
    return result;
  }

  /** The last line that is neither a report of the client nor of a stack trace. */
  String lastLine() {
    return lastLine;
  }

  @Override
  public void run() {
    try (lines) {
      lines.lines().forEach(this::take);
    } catch (IOException | UncheckedIOException e) {
      lastLine = "its output cannot be read: " + Reason.of(e);
    }
    result.complete(Optional.empty());
  }

  private void take(String line) {
    if (line.equals(Leash.LOAD_IS_OVER)) {
      loadIsOver.run();
    } else if (line.startsWith(Leash.RESULT)) {
      read(line.substring(Leash.RESULT.length()));
    } else if (!line.isBlank() && !STACK_FRAME.matcher(line).lookingAt()) {
      lastLine = line.strip();
    }
  }

  private void read(String json) {
    try {
      result.complete(Optional.of(JSON.readValue(json, CellResult.class)));
    } catch (JsonProcessingException e) {
      lastLine = "its result cannot be read: " + e.getOriginalMessage();
    }
  }
}
