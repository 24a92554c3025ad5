package fleetpoll.it;

import fleetpoll.watch.Installed;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Debian's Redis on a port of its own, with nothing on disk. */
final class RedisServer implements AutoCloseable {

  private static final String PROGRAM = "redis-server";

  private final Path folder;
  private final int port;
  private final List<String> options;
  private Process process;

  private RedisServer(Path folder, int port, List<String> options) {
    this.folder = folder;
    this.port = port;
    this.options = options;
  }

  /** Starts it and waits until it takes connections; skips the test where there is none. */
  static RedisServer start(Path folder, String... options) throws IOException {
    Installed.assume(PROGRAM, PROGRAM);
    RedisServer server = new RedisServer(folder, FreePort.find(), List.of(options));
    server.start();
    return server;
  }

  /** Starts it again after {@link #kill}. */
  void start() throws IOException {
    List<String> command = new ArrayList<>(List.of(PROGRAM, "--port", Integer.toString(port)));
    command.addAll(List.of("--bind", "127.0.0.1", "--save", "", "--dir", folder.toString()));
    command.addAll(options);
    process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("redis.txt").toFile())
            .start();
    Await.until(this::listens, () -> "redis-server listens on " + port);
  }

  private boolean listens() {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  int port() {
    return port;
  }

  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
  }

  /** Lets it stand still: it takes connections and answers nothing. */
  void stop() throws IOException, InterruptedException {
    Signals.send("STOP", process.pid());
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
