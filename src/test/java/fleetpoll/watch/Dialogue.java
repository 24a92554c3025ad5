package fleetpoll.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/**
 * A process that a test controls line by line: it prints what it has done and reads a line before
 * it goes on.
 */
final class Dialogue implements AutoCloseable {

  private final Process process;

  private Dialogue(Process process) {
    this.process = process;
  }

  static Dialogue start(String... command) throws IOException {
    return new Dialogue(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  int pid() {
    return Math.toIntExact(process.pid());
  }

  /** Waits for its next line. */
  String says() throws IOException {
    return process.inputReader().readLine();
  }

  void goOn() throws IOException {
    process.getOutputStream().write('\n');
    process.getOutputStream().flush();
  }

  /** Kills it and all below it. */
  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    assertThat(process.onExit()).succeedsWithin(10, TimeUnit.SECONDS);
  }
}
