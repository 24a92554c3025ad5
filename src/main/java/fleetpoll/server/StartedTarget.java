package fleetpoll.server;

import fleetpoll.settings.ServerProgram;
import fleetpoll.text.Reason;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A server that Fleetpoll started. */
record StartedTarget(
    String name, ServerProgram program, Session session, long serverPid, URI uri, Path output)
    implements Target {

  private static final String LOOPBACK = "127.0.0.1";

  static StartedTarget start(String name, ServerProgram program) {
    Path output = null;
    try {
      output = Files.createTempFile("fleetpoll-" + name + "-", ".log");
      int port = freePort();
      Session session =
          Session.start(program.command(port), program.folder(), output, program.stopWithin());
      URI uri = URI.create("http://" + LOOPBACK + ":" + port);
      return ready(name, program, session, uri, output);
    } catch (IOException e) {
      delete(output);
      throw new IllegalStateException(
          "The target %s did not start: %s.".formatted(name, Reason.of(e)), e);
    }
  }

  private static StartedTarget ready(
      String name, ServerProgram program, Session session, URI uri, Path output) {
    boolean ready = false;
    try {
      long pid = session.pid();
      new Readiness(name, program, session, uri, output).await();
      ready = true;
      return new StartedTarget(name, program, session, pid, uri, output);
    } finally {
      if (!ready) {
        session.close();
        delete(output);
      }
    }
  }

  /** A free port. Another process may take it first; the server then reports this and ends. */
  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(LOOPBACK))) {
      return socket.getLocalPort();
    }
  }

  private static void delete(Path output) {
    try {
      if (output != null) {
        Files.deleteIfExists(output);
      }
    } catch (IOException e) {
      output.toFile().deleteOnExit();
    }
  }

  @Override
  public OptionalLong pid() {
    return OptionalLong.of(serverPid);
  }

  @Override
  public Optional<Path> log() {
    return Optional.of(output);
  }

  @Override
  public List<String> versions() {
    return program.versions().isEmpty()
        ? List.of()
        : new VersionsCommand(name, program.versions(), program.folder()).lines();
  }

  @Override
  public void close() {
    session.close();
  }
}
