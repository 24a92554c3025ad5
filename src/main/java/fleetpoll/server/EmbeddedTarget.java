package fleetpoll.server;

import fleetpoll.settings.EmbeddedSettings;
import fleetpoll.text.Reason;
import java.io.IOException;
import java.net.URI;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * The embedded target in a process of its own. This JVM holds the other end of its standard input,
 * and it lives until that closes. The operating system closes it however this JVM ends.
 */
final class EmbeddedTarget implements Target {

  private static final long START_SECONDS = 20;
  private static final long STOP_SECONDS = 2;

  private final Process process;
  private final URI uri;

  private EmbeddedTarget(Process process, URI uri) {
    this.process = process;
    this.uri = uri;
  }

  static EmbeddedTarget start(EmbeddedSettings settings, Consumer<String> further) {
    Process process = launch(settings);
    ServeOutput output = new ServeOutput(process.inputReader(), further);
    Thread reader = new Thread(output, "output of the embedded target");
    reader.setDaemon(true);
    reader.start();
    boolean listening = false;
    try {
      URI uri = output.listening().get(START_SECONDS, TimeUnit.SECONDS);
      listening = true;
      return new EmbeddedTarget(process, uri);
    } catch (ExecutionException e) {
      throw failure("it ended", output, e);
    } catch (TimeoutException e) {
      throw failure("it was not listening after " + START_SECONDS + " s", output, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure("the wait for it was interrupted", output, e);
    } finally {
      if (!listening) {
        process.destroyForcibly();
      }
    }
  }

  private static Process launch(EmbeddedSettings settings) {
    try {
      return new ProcessBuilder(ServeCommandLine.of(settings)).redirectErrorStream(true).start();
    } catch (IOException e) {
      throw new IllegalStateException(
          "The embedded target did not start: " + Reason.of(e) + ".", e);
    }
  }

  private static IllegalStateException failure(String why, ServeOutput output, Exception cause) {
    String message = "The embedded target did not start: " + why + ". The last it printed:";
    return new IllegalStateException(message + System.lineSeparator() + output.tail(), cause);
  }

  @Override
  public URI uri() {
    return uri;
  }

  @Override
  public OptionalLong pid() {
    return OptionalLong.of(process.pid());
  }

  @Override
  public void close() {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      process.destroyForcibly();
    }
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
