package fleetpoll.it;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A server that gives each device a token at {@code POST /login}, and counts. A token is good for a
 * number of requests; then, and without one, it answers 401.
 */
final class TokenServer implements AutoCloseable {

  /** Part of every token: no file may contain it. */
  static final String SECRET = "s3cret";

  /** Makes tokens longer than what a message quotes of a body. */
  private static final String PADDING = "x".repeat(150);

  private static final int UNAUTHORIZED = 401;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(8);
  private final int uses;
  private final String refused;
  private final Map<String, Integer> logins = new ConcurrentHashMap<>();
  private final Map<String, Integer> refusals = new ConcurrentHashMap<>();
  private final Map<String, Integer> left = new ConcurrentHashMap<>();
  private final Map<String, String> bodies = new ConcurrentHashMap<>();

  /**
   * @param uses requests for which a token is good
   * @param refused the device that cannot log in
   */
  TokenServer(int uses, String refused) throws IOException {
    this.uses = uses;
    this.refused = refused;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/login", this::login);
    server.createContext("/state", this::state);
    server.start();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** How often each device has tried to log in. */
  Map<String, Integer> logins() {
    return Map.copyOf(logins);
  }

  /** How often each device has got 401. */
  Map<String, Integer> refusals() {
    return Map.copyOf(refusals);
  }

  /** The body of each device's last login. */
  Map<String, String> bodies() {
    return Map.copyOf(bodies);
  }

  private void login(HttpExchange exchange) throws IOException {
    String device = device(exchange);
    bodies.put(
        device, new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    int number = logins.merge(device, 1, Integer::sum);
    if (device.equals(refused)) {
      answer(exchange, 503, "{\"error\": \"not " + device + "\"}");
    } else {
      left.put(token(device, number), uses);
      answer(exchange, 200, "{\"access_token\": \"" + token(device, number) + "\"}");
    }
  }

  /** Its answer contains the token, which a check quotes if it says no. */
  private void state(HttpExchange exchange) throws IOException {
    String device = device(exchange);
    exchange.getRequestBody().readAllBytes();
    String header = exchange.getRequestHeaders().getFirst("Authorization");
    String token = header == null ? "" : header.replaceFirst("Bearer ", "");
    if (left.merge(token, -1, Integer::sum) < 0) {
      refusals.merge(device, 1, Integer::sum);
      answer(exchange, UNAUTHORIZED, "{}");
    } else {
      answer(exchange, 200, "{\"echo\": \"" + token + "\"}");
    }
  }

  private static String token(String device, int number) {
    return device + "-" + SECRET + "-" + PADDING + "-" + number;
  }

  private static String device(HttpExchange exchange) {
    return exchange.getRequestHeaders().getFirst("X-Device");
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
