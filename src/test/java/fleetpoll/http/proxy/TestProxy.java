package fleetpoll.http.proxy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/** An HTTP proxy that finds every host on this machine; it serves requests without bodies. */
public final class TestProxy implements AutoCloseable {

  /** The heads that it received. */
  public final List<String> heads = new CopyOnWriteArrayList<>();

  private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final Optional<String> authorization;
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();

  /**
   * @param authorization what it requires as Proxy-Authorization; empty: nothing
   */
  public TestProxy(Optional<String> authorization) throws IOException {
    this.authorization = authorization;
    start(this::accept);
  }

  private interface Work {

    void run() throws IOException;
  }

  private static void start(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException closed) {
                return;
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() throws IOException {
    while (true) {
      Socket client = listening.accept();
      sockets.add(client);
      start(() -> serve(client));
    }
  }

  private void serve(Socket client) throws IOException {
    try (client) {
      Socket server = null;
      for (String head = head(client.getInputStream());
          !head.isEmpty();
          head = head(client.getInputStream())) {
        heads.add(head);
        String[] words = head.split(" ", 3);
        if (!isAllowed(head)) {
          answer(client, "407 Proxy Authentication Required");
          return;
        }
        boolean isTunnel = words[0].equals("CONNECT");
        if (server == null) {
          String authority = isTunnel ? words[1] : URI.create(words[1]).getRawAuthority();
          server = connect(authority, client);
          if (server == null) {
            answer(client, "502 Bad Gateway");
            return;
          }
        }
        if (isTunnel) {
          client.getOutputStream().write(ascii("HTTP/1.1 200 OK\r\n\r\n"));
          client.getInputStream().transferTo(server.getOutputStream());
          return;
        }
        String path = words[1].replaceFirst("^http://[^/]*", "");
        server.getOutputStream().write(ascii(words[0] + " " + path + " " + words[2]));
      }
    }
  }

  private boolean isAllowed(String head) {
    return authorization.isEmpty()
        || head.matches(
            "(?is).*\r\nproxy-authorization: %s\r\n.*"
                .formatted(Pattern.quote(authorization.get())));
  }

  private Socket connect(String authority, Socket client) {
    try {
      int port = Integer.parseInt(authority.replaceFirst(".*:", ""));
      Socket server = new Socket(InetAddress.getLoopbackAddress(), port);
      sockets.add(server);
      OutputStream out = client.getOutputStream();
      // Only after its own answer may the tunnel's bytes follow; the servers here do not begin.
      start(() -> server.getInputStream().transferTo(out));
      return server;
    } catch (IOException e) {
      return null;
    }
  }

  private static void answer(Socket client, String status) throws IOException {
    client.getOutputStream().write(ascii("HTTP/1.1 " + status + "\r\nContent-Length: 0\r\n\r\n"));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Empty at the end. */
  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        return "";
      }
      head.append((char) next);
    }
    return head.toString();
  }

  public int port() {
    return listening.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    listening.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
