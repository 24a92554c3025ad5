package fleetpoll.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server on a loopback port that does with each connection what the test says. */
final class OddServer implements AutoCloseable {

  /** What is done with a connection, on a thread of its own. */
  interface Conduct {

    void serve(Socket socket) throws IOException;
  }

  /** A part of it. */
  interface Step {

    void run() throws IOException;
  }

  final List<Socket> accepted = new CopyOnWriteArrayList<>();
  private final ServerSocket listening;
  private final Conduct conduct;

  OddServer(Conduct conduct) throws IOException {
    this(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), conduct);
  }

  OddServer(ServerSocket listening, Conduct conduct) {
    this.listening = listening;
    this.conduct = conduct;
    start(this::accept);
  }

  private static void start(Runnable run) {
    Thread thread = new Thread(run);
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = listening.accept();
        accepted.add(socket);
        start(() -> serve(socket));
      }
    } catch (IOException closed) {
      return;
    }
  }

  private void serve(Socket socket) {
    try {
      conduct.serve(socket);
    } catch (IOException gone) {
      return;
    }
  }

  /** Reads a request without a body; false if the client closed instead. */
  static boolean readRequest(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        return false;
      }
      head.append((char) next);
    }
    return true;
  }

  int port() {
    return listening.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    listening.close();
    for (Socket socket : accepted) {
      socket.close();
    }
  }
}
