package fleetpoll.it;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import fleetpoll.trust.TestKeys;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server that speaks only TLS; its answers are those of the embedded one. */
final class SecureServer implements AutoCloseable {

  private static final int PAGE_BYTES = 1_024;

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpsServer server;

  SecureServer(TestKeys keys) throws Exception {
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    server.setHttpsConfigurator(new HttpsConfigurator(keys.context()));
    server.setExecutor(threads);
    server.createContext("/", SecureServer::answer);
    server.start();
  }

  private static void answer(HttpExchange exchange) throws IOException {
    String query = String.valueOf(exchange.getRequestURI().getQuery());
    byte[] body = new byte[query.contains("page=200") ? 200 * PAGE_BYTES : 100];
    exchange.getRequestBody().readAllBytes();
    exchange.sendResponseHeaders(
        exchange.getRequestURI().getPath().equals("/counts") ? 404 : 200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  String url() {
    return "https://127.0.0.1:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
