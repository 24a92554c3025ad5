package fleetpoll.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A command, and whatever it starts, in a session of its own. All its processes end when the
 * session is closed, and also when this JVM ends in any way; the others go on when only the command
 * itself ends. {@code session.sh} explains how.
 */
final class Session implements AutoCloseable {

  private static final String SCRIPT = "session.sh";

  /** How much longer than the command's own time the end of a session may take. */
  private static final Duration BEYOND = Duration.ofSeconds(10);

  private final Process shell;
  private final Duration stopWithin;
  private final CompletableFuture<Long> pid = new CompletableFuture<>();
  private final CompletableFuture<Integer> exitCode = new CompletableFuture<>();
  private final CompletableFuture<Void> end = new CompletableFuture<>();

  private Session(Process shell, Duration stopWithin) {
    this.shell = shell;
    this.stopWithin = stopWithin;
  }

  /**
   * Starts a command.
   *
   * @param log for its output
   * @param stopWithin the time it has from being asked to end until it is killed
   * @throws IOException if this machine cannot do so
   */
  static Session start(List<String> command, Path folder, Path log, Duration stopWithin)
      throws IOException {
    String setsid =
        OwnSession.program()
            .orElseThrow(() -> new IOException("there is no setsid (util-linux) on this machine"));
    List<String> words = new ArrayList<>(List.of(setsid, "sh", "-c", script(), SCRIPT));
    words.add(Long.toString(stopWithin.toMillis() / 100));
    words.add(log.toString());
    words.addAll(command);
    Process shell =
        new ProcessBuilder(words)
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    Session session = new Session(shell, stopWithin);
    Thread reader = new Thread(session::read, "session " + shell.pid());
    reader.setDaemon(true);
    reader.start();
    return session;
  }

  private static String script() {
    try (InputStream script = Session.class.getResourceAsStream("/fleetpoll/server/" + SCRIPT)) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read() {
    try (BufferedReader lines = shell.inputReader()) {
      pid.complete(Long.parseLong(lines.readLine()));
      exitCode.complete(Integer.parseInt(lines.readLine()));
      lines.readLine();
    } catch (IOException | NumberFormatException theShellWasKilled) {
      // What the shell has not printed by now stays unknown.
    }
    pid.completeExceptionally(new IllegalStateException("the session has ended"));
    end.complete(null);
  }

  /**
   * The pid of the command.
   *
   * @throws IllegalStateException if the command did not even begin
   */
  long pid() {
    try {
      return pid.get(BEYOND.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("its shell did not begin", e);
    }
  }

  /** The command's exit code; empty while it runs. */
  OptionalInt exitCode() {
    return exitCode.isDone() ? OptionalInt.of(exitCode.join()) : OptionalInt.empty();
  }

  /**
   * Ends the session and waits until nothing is left; also kills processes that have left the
   * process group.
   */
  @Override
  public void close() {
    List<ProcessHandle> processes = shell.descendants().toList();
    try {
      shell.getOutputStream().close();
    } catch (IOException theShellWasKilled) {
      // Then its watcher was killed too, or has noticed.
    }
    end.completeOnTimeout(null, stopWithin.plus(BEYOND).toMillis(), TimeUnit.MILLISECONDS).join();
    processes.forEach(ProcessHandle::destroyForcibly);
    shell.destroyForcibly();
  }
}
