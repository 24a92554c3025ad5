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
import java.util.function.Function;

/** A server on loopback that answers each device with the bytes that a test chooses. */
final class HostileServer implements AutoCloseable {

  private final ServerSocket server;
  private final Function<String, byte[]> answers;

  private HostileServer(ServerSocket server, Function<String, byte[]> answers) {
    this.server = server;
    this.answers = answers;
  }

  /**
   * @param answers the whole answer to a device's request, by the device's id
   */
  static HostileServer start(Function<String, byte[]> answers) throws IOException {
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

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
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
      String device = "";
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (line.startsWith("X-Device: ")) {
          device = line.substring("X-Device: ".length());
        }
        if (line.isEmpty()) {
          out.write(answers.apply(device));
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
