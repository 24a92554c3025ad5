package fleetpoll.server;

import fleetpoll.text.Reason;
import fleetpoll.text.Unseen;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Reads the output of the embedded target's process to its end, so that the process never blocks.
 */
final class ServeOutput implements Runnable {

  private static final String LISTENING = "listening on ";
  private static final int TAIL_LINES = 20;

  private final BufferedReader lines;
  private final Consumer<String> further;
  private final Deque<String> tail = new ArrayDeque<>();
  private final CompletableFuture<URI> listening = new CompletableFuture<>();

  ServeOutput(BufferedReader lines, Consumer<String> further) {
    this.lines = lines;
    this.further = further;
  }

  /** The URI on which the process listens; fails if its output ends before it prints one. */
  CompletableFuture<URI> listening() {
    return listening;
  }

  /** The last lines of the output. */
  synchronized String tail() {
    return String.join(System.lineSeparator(), tail);
  }

  @Override
  public void run() {
    try (lines) {
      lines.lines().forEach(this::take);
    } catch (IOException | UncheckedIOException e) {
      remember("(its output cannot be read: " + Reason.of(e) + ")");
    }
    listening.completeExceptionally(new IllegalStateException("it ended"));
  }

  private void take(String output) {
    String line = Unseen.escapedControls(output);
    remember(line);
    if (line.startsWith(LISTENING) && !listening.isDone()) {
      listening.complete(URI.create(line.substring(LISTENING.length())));
      return;
    }
    try {
      further.accept(line);
    } catch (RuntimeException e) {
      // A reader that fails must not stop the reading: the process would block on a full pipe.
      remember("(whoever reads this output failed: " + Reason.of(e) + ")");
    }
  }

  private synchronized void remember(String line) {
    if (tail.size() == TAIL_LINES) {
      tail.removeFirst();
    }
    tail.addLast(line);
  }
}
