package fleetpoll.watch;

import fleetpoll.it.Await;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

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

  /** Kills it and all below it, and waits until they are gone. */
  @Override
  public void close() {
    List<ProcessHandle> all =
        Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList();
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(each -> Await.untilGone(each.pid()));
  }
}
