package fleetpoll.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A target without faults, a new one for each test, and an ordinary client of it. */
final class PlainServer implements BeforeEachCallback, AfterEachCallback {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  /** A bound for machines that are busy with something else. */
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private TargetServer server;

  @Override
  public void beforeEach(ExtensionContext context) throws IOException {
    server = TargetServer.start(0, 2, Behavior.PLAIN);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    server.close();
  }

  URI uri() {
    return server.uri();
  }

  /** What it has counted, without the warm-up. */
  Tally counted() throws IOException {
    return Counts.of(uri()).measured();
  }

  HttpRequest.Builder to(String uri) {
    return HttpRequest.newBuilder(URI.create(server.uri() + uri)).timeout(TIMEOUT);
  }

  HttpResponse<String> get(String uri) throws IOException, InterruptedException {
    return send(to(uri).build());
  }

  HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return CLIENT.send(request, BodyHandlers.ofString());
  }

  CompletableFuture<HttpResponse<String>> sendAsync(HttpRequest request) {
    return CLIENT.sendAsync(request, BodyHandlers.ofString());
  }
}
