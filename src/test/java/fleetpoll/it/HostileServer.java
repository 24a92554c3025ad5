package fleetpoll.it;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A server on loopback that answers each request with the bytes that a test chooses. */
final class HostileServer implements AutoCloseable {

  /**
   * What it is asked.
   *
   * @param target path and query, as they came
   * @param device the device's id; empty if none is said
   */
  record Asked(String target, String device) {}

  private final ServerSocket server;
  private final Function<Asked, byte[]> answers;
  private final AtomicInteger connections = new AtomicInteger();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();

  private HostileServer(ServerSocket server, Function<Asked, byte[]> answers) {
    this.server = server;
    this.answers = answers;
  }

  /**
   * @param answers the whole answer to a request without a body
   */
  static HostileServer start(Function<Asked, byte[]> answers) throws IOException {
    HostileServer server =
        new HostileServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), answers);
    inBackground(server::accept);
    return server;
  }

  private static void inBackground(Runnable task) {
    Thread thread = new Thread(task, "hostile server");
    thread.setDaemon(true);
    thread.start();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort());
  }

  /** How many connections it has accepted. */
  int connections() {
    return connections.get();
  }

  /** All that it was asked, in order. */
  List<Asked> asked() {
    return List.copyOf(asked);
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        connections.incrementAndGet();
        inBackground(() -> serve(socket));
      }
    } catch (IOException theTestIsOver) {
      return;
    }
  }

  private void serve(Socket socket) {
    try (socket;
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        OutputStream out = socket.getOutputStream()) {
      String target = "";
      String device = "";
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (line.endsWith(" HTTP/1.1")) {
          target = line.split(" ")[1];
        } else if (line.startsWith("X-Device: ")) {
          device = line.substring("X-Device: ".length());
        } else if (line.isEmpty()) {
          Asked request = new Asked(target, device);
          asked.add(request);
          out.write(answers.apply(request));
          out.flush();
        }
      }
    } catch (IOException theClientIsGone) {
      return;
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
