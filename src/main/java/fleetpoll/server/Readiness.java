package fleetpoll.server;

import fleetpoll.settings.ServerProgram;
import fleetpoll.text.Reason;
import fleetpoll.text.Unseen;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Waits until a newly started server answers as it should.
 *
 * @param log the file to which it writes
 */
record Readiness(String name, ServerProgram program, Session session, URI uri, Path log) {

  /** The exit code of shells and similar programs if a command does not exist. */
  private static final int NOT_FOUND = 127;

  private static final long STEP_MILLIS = 50;
  private static final int ANSWER_MILLIS = 1_000;
  private static final int TAIL_LINES = 20;

  /**
   * Returns when the server is ready.
   *
   * @throws NotInstalled if it ended with 127
   * @throws IllegalStateException if it ended otherwise, or is not ready in time
   */
  void await() {
    long deadline = System.nanoTime() + program.readyWithin().toNanos();
    String answer = ask();
    while (!answer.isEmpty()) {
      if (session.exitCode().isPresent()) {
        throw ended(session.exitCode().getAsInt());
      }
      if (System.nanoTime() - deadline > 0) {
        throw failure(
            "was not ready after %s s: GET %s %s"
                .formatted(
                    program.readyWithin().toSeconds(), uri.resolve(program.ready()), answer));
      }
      pause();
      answer = ask();
    }
  }

  /** What is wrong with the answer; empty if it is right. */
  private String ask() {
    try {
      HttpURLConnection connection =
          (HttpURLConnection) uri.resolve(program.ready()).toURL().openConnection();
      connection.setConnectTimeout(ANSWER_MILLIS);
      connection.setReadTimeout(ANSWER_MILLIS);
      connection.setInstanceFollowRedirects(false);
      connection.setRequestProperty("Connection", "close");
      int status = connection.getResponseCode();
      connection.disconnect();
      return status / 100 == 2 ? "" : "answered " + status;
    } catch (IOException e) {
      return "failed: " + Reason.of(e);
    }
  }

  private void pause() {
    try {
      Thread.sleep(STEP_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure("was not waited for");
    }
  }

  private IllegalStateException ended(int code) {
    if (code != NOT_FOUND) {
      return failure("ended with exit code " + code + " before it was ready");
    }
    String install = program.install().map(how -> " To install it: " + how + ".").orElse("");
    return new NotInstalled(
        "The target %s is not installed: %s.%s".formatted(name, String.join(" ", tail()), install));
  }

  private IllegalStateException failure(String what) {
    String message = "The target %s %s. The last it printed:".formatted(name, what);
    return new IllegalStateException(
        message + System.lineSeparator() + String.join(System.lineSeparator(), tail()));
  }

  private List<String> tail() {
    try {
      List<String> lines = Files.readAllLines(log);
      return lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()).stream()
          .map(Unseen::escapedControls)
          .toList();
    } catch (MalformedInputException e) {
      return List.of("(no text in UTF-8: " + log + ")");
    } catch (IOException e) {
      return List.of("(cannot be read: " + Reason.of(e) + ")");
    }
  }
}
