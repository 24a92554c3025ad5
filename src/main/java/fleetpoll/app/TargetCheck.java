package fleetpoll.app;

import fleetpoll.server.Target;
import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** Checks that a server can be polled before a series of runs begins. */
final class TargetCheck {

  private static final int CONNECT_MILLIS = 5_000;
  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;

  private TargetCheck() {}

  /**
   * Why the server cannot be polled, as a sentence; empty if it can. A server that a run would
   * start is started and ended: only this shows that it can be started.
   */
  static Optional<String> obstacle(Supplier<Target> start) {
    try (Target target = start.get()) {
      Optional<String> refusal = refusal(target.uri());
      target.log().map(Path::toFile).ifPresent(File::delete);
      return refusal;
    } catch (IllegalStateException e) {
      return Optional.of(e.getMessage());
    }
  }

  /** Opens one connection and closes it again; empty if that succeeds. */
  private static Optional<String> refusal(URI uri) {
    boolean tls = "https".equalsIgnoreCase(uri.getScheme());
    int port = uri.getPort() >= 0 ? uri.getPort() : tls ? HTTPS_PORT : HTTP_PORT;
    // A literal IPv6 address is in brackets in a URI.
    String host = uri.getHost().replaceAll("[\\[\\]]", "");
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of("%s takes no connection: %s.".formatted(uri, e.getMessage()));
    }
  }
}
