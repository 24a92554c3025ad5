package fleetpoll.server;

import fleetpoll.text.Reason;
import fleetpoll.text.Unseen;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A command that prints what a server consists of, a name and its version a line.
 *
 * @param target the server's name
 * @param folder the one in which it runs, as the server does
 */
record VersionsCommand(String target, List<String> command, Path folder) {

  private static final int PATIENCE_SECONDS = 20;
  private static final int MOST_LINES = 50;

  /**
   * Runs the command.
   *
   * @throws IllegalStateException if it fails or takes too long
   */
  List<String> lines() {
    Path output = null;
    try {
      output = Files.createTempFile("fleetpoll-versions-", ".txt");
      run(output);
      return Files.readString(output, StandardCharsets.ISO_8859_1)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty())
          .map(Unseen::escapedControls)
          .limit(MOST_LINES)
          .toList();
    } catch (IOException e) {
      throw unknown(Reason.of(e));
    } finally {
      if (output != null) {
        output.toFile().delete();
      }
    }
  }

  private void run(Path output) throws IOException {
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      process.getOutputStream().close();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw unknown("it did not end within %s s".formatted(PATIENCE_SECONDS));
      }
      if (process.exitValue() != 0) {
        throw unknown("it ended with exit code " + process.exitValue());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unknown("nobody waited for it");
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private IllegalStateException unknown(String why) {
    return new IllegalStateException(
        "The versions of the target %s are not known: %s: %s."
            .formatted(target, String.join(" ", command), why));
  }
}
