package fleetpoll.study;

import fleetpoll.client.ThreadKind;
import fleetpoll.settings.StudyClient;
import fleetpoll.text.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Finds out which clients can run here.
 *
 * @param python the interpreter of the Python clients
 */
record Availability(String python) {

  private static final long BOUND_SECONDS = 30;

  /** Why a client cannot run; empty if it can. */
  Optional<String> obstacle(StudyClient client) {
    return switch (client) {
      case SYNC, THREADS, ASYNC -> Optional.empty();
      case VIRTUAL ->
          ThreadKind.VIRTUAL.factory().isPresent()
              ? Optional.empty()
              : Optional.of("JDK " + Runtime.version().feature() + " has no virtual threads");
      case PYTHON_SYNC, PYTHON_THREADS -> pythonObstacle(client, "requests");
      case PYTHON_ASYNC -> pythonObstacle(client, "aiohttp");
    };
  }

  /** The interpreter's version, such as {@code Python 3.11.2}; empty if there is no interpreter. */
  Optional<String> pythonVersion() {
    Answer answer = ask("--version");
    return answer.good ? Optional.of(answer.lastLine) : Optional.empty();
  }

  private Optional<String> pythonObstacle(StudyClient client, String module) {
    Path script = ClientCommand.script(client);
    if (!Files.isRegularFile(script)) {
      return Optional.of("there is no " + script);
    }
    Answer answer = ask("-c", "import " + module);
    return answer.good ? Optional.empty() : Optional.of(python + ": " + answer.lastLine);
  }

  private record Answer(boolean good, String lastLine) {}

  private Answer ask(String... words) {
    List<String> command = new ArrayList<>(List.of(python));
    command.addAll(List.of(words));
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      if (!process.waitFor(BOUND_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return new Answer(false, "no answer within " + BOUND_SECONDS + " s");
      }
      String output =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      String lastLine = output.substring(output.lastIndexOf('\n') + 1);
      return new Answer(process.exitValue() == 0, lastLine);
    } catch (IOException e) {
      return new Answer(false, Reason.of(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Answer(false, "interrupted");
    }
  }
}
