package fleetpoll.server;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** One TCP connection on which tests send exact bytes and see exactly what comes back. */
public final class RawClient implements AutoCloseable {

  /** A bound for machines that are busy with something else. */
  private static final int TIMEOUT_MILLIS = 30_000;

  private final Socket socket;
  private final InputStream in;

  public RawClient(URI target) throws IOException {
    socket = new Socket(target.getHost(), target.getPort());
    socket.setSoTimeout(TIMEOUT_MILLIS);
    in = new BufferedInputStream(socket.getInputStream());
  }

  /** What came back. Header names are in lower case. */
  public record Response(String statusLine, Map<String, String> headers, byte[] body) {
    public int status() {
      return Integer.parseInt(statusLine.split(" ")[1]);
    }
  }

  public RawClient waitingAtMost(int millis) throws IOException {
    socket.setSoTimeout(millis);
    return this;
  }

  /** Sends a request without a body, and keeps the connection. */
  RawClient request(String method, String uri, String... headers) throws IOException {
    String head = method + " " + uri + " HTTP/1.1\r\nHost: test\r\n";
    return send(
        head + String.join("", Arrays.stream(headers).map(h -> h + "\r\n").toList()) + "\r\n");
  }

  public RawClient get(String uri, String... headers) throws IOException {
    return request("GET", uri, headers);
  }

  public RawClient send(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    return this;
  }

  /** Reads one response with its body, of Content-Length or in chunks. */
  public Response response() throws IOException {
    Response head = head();
    if ("chunked".equalsIgnoreCase(head.headers().get("transfer-encoding"))) {
      return new Response(head.statusLine(), head.headers(), chunks());
    }
    int length = Integer.parseInt(head.headers().getOrDefault("content-length", "0"));
    return new Response(head.statusLine(), head.headers(), in.readNBytes(length));
  }

  private byte[] chunks() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    int size;
    do {
      size = Integer.parseInt(line(), 16);
      body.write(in.readNBytes(size));
      line();
    } while (size > 0);
    return body.toByteArray();
  }

  /** Reads the head of one response only. */
  public Response head() throws IOException {
    String statusLine = line();
    Map<String, String> headers = new LinkedHashMap<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      String[] parts = line.split(": ", 2);
      headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1]);
    }
    return new Response(statusLine, headers, new byte[0]);
  }

  /** Reads until the server closes the connection. */
  byte[] rest() throws IOException {
    return in.readAllBytes();
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("closed after \"" + line + "\"");
      }
      line.append((char) c);
    }
    return line.toString().stripTrailing();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
