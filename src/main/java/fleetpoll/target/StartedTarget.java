package fleetpoll.target;

import fleetpoll.settings.ServerProgram;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A server that Fleetpoll started. Beside it runs a watcher, which ends the server's process group
 * as soon as our end of a pipe closes, however that comes; see {@code session.sh}.
 */
final class StartedTarget implements Target {

  private static final String LOOPBACK = "127.0.0.1";
  private static final String SCRIPT = "session.sh";

  /** How long the watcher may take beyond the server's own time to end. */
  private static final Duration WATCHER = Duration.ofSeconds(5);

  private final Process process;
  private final URI uri;
  private final Path log;
  private final Duration stopWithin;

  private StartedTarget(Process process, URI uri, Path log, Duration stopWithin) {
    this.process = process;
    this.uri = uri;
    this.log = log;
    this.stopWithin = stopWithin;
  }

  static StartedTarget start(String name, ServerProgram program) {
    StartedTarget target = launch(name, program);
    try {
      new Readiness(name, program, target.process, target.uri, target.log).await();
      return target;
    } catch (RuntimeException e) {
      target.close();
      target.log.toFile().delete();
      throw e;
    }
  }

  private static StartedTarget launch(String name, ServerProgram program) {
    try {
      int port = freePort();
      Path log = Files.createTempFile("fleetpoll-" + name + "-", ".log");
      Process process =
          new ProcessBuilder(session(program, port, log))
              .directory(program.folder().toFile())
              .start();
      URI uri = URI.create("http://" + LOOPBACK + ":" + port);
      return new StartedTarget(process, uri, log, program.stopWithin());
    } catch (IOException e) {
      throw new IllegalStateException(
          "The target %s did not start: %s.".formatted(name, e.getMessage()), e);
    }
  }

  private static List<String> session(ServerProgram program, int port, Path log)
      throws IOException {
    String setsid =
        OwnSession.program()
            .orElseThrow(
                () ->
                    new IOException(
                        "there is no setsid (util-linux) on this machine; start it yourself and"
                            + " give its URL as the target"));
    long tenths = program.stopWithin().toMillis() / 100;
    List<String> words = new ArrayList<>(List.of(setsid, "sh", "-c", script(), SCRIPT));
    words.addAll(List.of(Long.toString(tenths), log.toString()));
    words.addAll(program.command(port));
    return words;
  }

  private static String script() {
    try (InputStream script =
        StartedTarget.class.getResourceAsStream("/fleetpoll/target/" + SCRIPT)) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Another process may take it before the server does; the server then says so and ends. */
  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(LOOPBACK))) {
      return socket.getLocalPort();
    }
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
  public Optional<Path> log() {
    return Optional.of(log);
  }

  /** Those that left the process group on their own are killed here. */
  @Override
  public void close() {
    List<ProcessHandle> processes =
        ProcessHandle.of(process.pid()).stream().flatMap(ProcessHandle::descendants).toList();
    try {
      process.getOutputStream().close();
    } catch (IOException theWatcherIsGone) {
      process.destroyForcibly();
    }
    awaitNothingLeft();
    processes.forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  /** The watcher holds the other end of this stream, and ends last. */
  private void awaitNothingLeft() {
    CompletableFuture<Long> end =
        CompletableFuture.supplyAsync(
            () -> {
              try (InputStream watcher = process.getInputStream()) {
                return watcher.transferTo(OutputStream.nullOutputStream());
              } catch (IOException closed) {
                return 0L;
              }
            });
    end.completeOnTimeout(0L, stopWithin.plus(WATCHER).toMillis(), TimeUnit.MILLISECONDS).join();
  }
}
