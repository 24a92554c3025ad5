package fleetpoll.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract that user-files/targets/README.md states, over real connections. */
class TargetServerTest {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private TargetServer server;

  @BeforeEach
  void start() throws IOException {
    server = TargetServer.start(0, 2, Behavior.PLAIN);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private HttpRequest.Builder to(String uri) {
    return HttpRequest.newBuilder(URI.create(server.uri() + uri)).timeout(Duration.ofSeconds(5));
  }

  private HttpResponse<String> get(String uri) throws Exception {
    return CLIENT.send(to(uri).build(), BodyHandlers.ofString());
  }

  @ParameterizedTest
  @CsvSource({"1, 100", "200, 204800"})
  void helloHasThePagesLength(String page, int bytes) throws Exception {
    HttpResponse<String> response = get("/hello?page=" + page);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).hasSize(bytes);
    assertThat(response.headers().firstValue("Content-Type")).contains("text/plain");
    assertThat(response.headers().map())
        .doesNotContainKeys("etag", "last-modified", "expires", "cache-control", "set-cookie");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/hello",
        "/hello?page=",
        "/hello?page=2",
        "/hello?page=x",
        "/hello?page=%zz",
        "/delay",
        "/delay?min=1ms",
        "/delay?max=1ms",
        "/delay?min=2ms&max=1ms",
        "/delay?min=x&max=1s",
        "/delay?min=-1ms&max=1s",
        "/delay?min=0&max=2h",
        "/delay?min=0&max=0&seed=x",
        "/delay?min=0&max=0&seed=1&i=1.5"
      })
  void badNumbersGetASentence(String uri) throws Exception {
    try (RawClient client = new RawClient(server.uri())) {
      RawClient.Response response = client.get(uri).response();
      assertThat(response.status()).isEqualTo(400);
      assertThat(new String(response.body())).hasSizeGreaterThan(10);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /nothing, 404", "POST, /nothing, 404", "POST, /hello?page=1, 405",
    "GET, /report, 405", "DELETE, /delay?min=0&max=0, 405", "PUT, /counts, 405",
    "POST, /health, 405", "POST, /moved, 405"
  })
  void otherPathsAndMethodsAreRefused(String method, String uri, int status) throws Exception {
    HttpRequest request = to(uri).method(method, HttpRequest.BodyPublishers.noBody()).build();
    HttpResponse<String> response = CLIENT.send(request, BodyHandlers.ofString());
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.headers().firstValue("Allow").isPresent()).isEqualTo(status == 405);
  }

  @Test
  void healthAndMoved() throws Exception {
    assertThat(get("/health").body()).isEqualTo("ok");
    HttpResponse<String> moved = get("/moved");
    assertThat(moved.statusCode()).isEqualTo(302);
    assertThat(moved.headers().firstValue("Location")).contains("/hello?page=1");
  }

  @Test
  void headHasLengthButNoBody() throws Exception {
    try (RawClient client = new RawClient(server.uri())) {
      RawClient.Response head = client.request("HEAD", "/hello?page=200").head();
      assertThat(head.status()).isEqualTo(200);
      assertThat(head.headers()).containsEntry("content-length", "204800");
      assertThat(client.get("/health").response().body()).asString().isEqualTo("ok");
    }
  }

  @Test
  void reportDropsAnyBody() throws Exception {
    byte[] body = new byte[20_000_000];
    HttpRequest known = to("/report").POST(HttpRequest.BodyPublishers.ofByteArray(body)).build();
    assertThat(CLIENT.send(known, BodyHandlers.ofString()).statusCode()).isEqualTo(204);
    HttpRequest chunked =
        to("/report")
            .expectContinue(true)
            .POST(
                HttpRequest.BodyPublishers.fromPublisher(
                    HttpRequest.BodyPublishers.ofByteArray(body)))
            .build();
    assertThat(CLIENT.send(chunked, BodyHandlers.ofString()).statusCode()).isEqualTo(204);
    try (RawClient client = new RawClient(server.uri())) {
      client.send("POST /report HTTP/1.1\r\nHost: t\r\nContent-Length: 3\r\n\r\nabc");
      assertThat(client.response().headers()).doesNotContainKey("content-length");
      assertThat(client.get("/health").response().status()).isEqualTo(200);
    }
    assertThat(counts().measured().requestsByPath()).containsEntry("/report", 3L);
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "HTTP/1.1 | Host: t | true",
        "HTTP/1.1 | Connection: close | false",
        "HTTP/1.0 | Host: t | false",
        "HTTP/1.0 | Connection: keep-alive | true"
      },
      delimiter = '|')
  void connectionIsKeptAsHttpSays(String version, String header, boolean kept) throws Exception {
    try (RawClient client = new RawClient(server.uri())) {
      String request = "GET /hello?page=1 " + version + "\r\n" + header + "\r\n\r\n";
      RawClient.Response first = client.send(request).response();
      assertThat(first.body()).hasSize(100);
      if (kept) {
        assertThat(client.send(request).response().body()).hasSize(100);
      } else {
        assertThat(first.headers()).containsEntry("connection", "close");
        assertThat(client.rest()).isEmpty();
      }
    }
  }

  @Test
  void whatIsNotHttpGets400AndAClosedConnection() throws Exception {
    try (RawClient client = new RawClient(server.uri())) {
      assertThat(client.send("\u0001\u0002 nonsense\r\n\r\n").response().status()).isEqualTo(400);
      assertThat(client.rest()).isEmpty();
    }
    assertThat(counts().measured().requestsByPath()).isEmpty();
  }

  @Test
  void pipelinedAnswersKeepTheirOrder() throws Exception {
    try (RawClient client = new RawClient(server.uri())) {
      client.send(
          "GET /delay?min=60ms&max=60ms HTTP/1.1\r\n\r\nGET /health HTTP/1.1\r\n\r\n"
              + "GET /delay?min=20ms&max=20ms HTTP/1.1\r\n\r\nGET /hello?page=200 HTTP/1.1\r\n\r\n"
              + "GET /delay?min=0&max=0 HTTP/1.1\r\nConnection: close\r\n\r\n");
      assertThat(client.response().headers()).containsEntry("x-delay-nanos", "60000000");
      assertThat(client.response().body()).asString().isEqualTo("ok");
      assertThat(client.response().headers()).containsEntry("x-delay-nanos", "20000000");
      assertThat(client.response().body()).hasSize(204_800);
      assertThat(client.response().headers()).containsEntry("x-delay-nanos", "0");
      assertThat(client.rest()).isEmpty();
    }
  }

  @Test
  void thousandsOfPipelinedRequestsBehindADelayAreAllAnswered() throws Exception {
    try (RawClient client = new RawClient(server.uri())) {
      client.send("GET /delay?min=100ms&max=100ms HTTP/1.1\r\n\r\n");
      client.send("GET /hello?page=1 HTTP/1.1\r\n\r\n".repeat(5_000));
      for (int i = 0; i < 5_001; i++) {
        assertThat(client.response().body()).hasSize(100);
      }
    }
  }

  @Test
  void delayIsTheSameForTheSameSeedAndI() throws Exception {
    String uri = "/delay?min=1ms&max=50ms&seed=3&i=17";
    long begin = System.nanoTime();
    String drawn = get(uri).headers().firstValue("X-Delay-Nanos").orElseThrow();
    assertThat(System.nanoTime() - begin).isGreaterThanOrEqualTo(Long.parseLong(drawn));
    assertThat(get(uri).headers().firstValue("X-Delay-Nanos")).contains(drawn);
    assertThat(get("/delay?min=1ms&max=50ms&seed=3&i=18").headers().firstValue("X-Delay-Nanos"))
        .isPresent()
        .isNotEqualTo(Optional.of(drawn));
  }

  @Test
  void delaysHoldNoThread() throws Exception {
    long begin = System.nanoTime();
    List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      HttpRequest request = to("/delay?min=200ms&max=200ms").build();
      answers.add(CLIENT.sendAsync(request, BodyHandlers.ofString()));
    }
    assertThat(answers).allMatch(answer -> answer.join().body().length() == 100);
    assertThat(Duration.ofNanos(System.nanoTime() - begin))
        .isBetween(Duration.ofMillis(200), Duration.ofMillis(1_900));
  }

  @Test
  void serves1000ConnectionsAtOnce() throws Exception {
    List<RawClient> clients = new ArrayList<>();
    try {
      for (int i = 0; i < 1_000; i++) {
        clients.add(new RawClient(server.uri()));
      }
      for (int round = 0; round < 2; round++) {
        for (int i = 0; i < clients.size(); i++) {
          clients.get(i).get("/hello?page=1", "X-Device: device-" + i);
        }
        for (RawClient client : clients) {
          assertThat(client.response().body()).hasSize(100);
        }
      }
      assertThat(counts().measured().connectionsByDevice()).hasSize(1_000).containsValue(1L);
      assertThat(counts().measured().requestsByDevice().values()).containsOnly(2L);
    } finally {
      for (RawClient client : clients) {
        client.close();
      }
    }
  }

  @Test
  void countsAreExactAndKeepTheWarmUpApart() throws Exception {
    try (RawClient one = new RawClient(server.uri());
        RawClient two = new RawClient(server.uri())) {
      one.get("/hello?page=1", "X-Device: a", "X-Fleetpoll-Warm-Up: true").response();
      one.get("/hello?page=1", "X-Device: a").response();
      one.get("/hello?page=200", "X-Device: b", "Cookie: session=1").response();
      one.get("/delay?min=0&max=0&seed=1&i=1", "x-device: a").response();
      two.get("/hello?page=1", "X-Device: a").response();
      two.get("/nothing?x=1").response();
      two.get("/health", "X-Device: c").response();
      two.request("POST", "/hello?page=1").response();
    }
    Counts counts = counts();
    assertThat(counts.measured().requestsByPath())
        .containsOnly(
            entry("/hello?page=1", 3),
            entry("/hello?page=200", 1),
            entry("/delay", 1),
            entry("/nothing", 1));
    assertThat(counts.measured().requestsByDevice())
        .containsOnly(entry("a", 3), entry("b", 1), entry("", 2));
    assertThat(counts.measured().connectionsByDevice())
        .containsOnly(entry("a", 2), entry("b", 1), entry("", 1));
    assertThat(counts.measured().faultsByKind()).isEmpty();
    assertThat(counts.measured().withCookie()).isEqualTo(1);
    assertThat(counts.warmUp().requestsByPath()).containsOnly(entry("/hello?page=1", 1));
    assertThat(counts.warmUp().requestsByDevice()).containsOnly(entry("a", 1));
    assertThat(counts.warmUp().connectionsByDevice()).containsOnly(entry("a", 1));
    assertThat(counts.warmUp().withCookie()).isZero();
  }

  @Test
  void countsFromAllEventLoopsAddUp() throws Exception {
    List<CompletableFuture<HttpResponse<Void>>> answers = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      HttpRequest request = to("/hello?page=1").header("X-Device", "d" + i % 10).build();
      answers.add(CLIENT.sendAsync(request, BodyHandlers.discarding()));
    }
    answers.forEach(CompletableFuture::join);
    assertThat(counts().measured().requestsByPath()).containsOnly(entry("/hello?page=1", 2_000));
    assertThat(counts().measured().requestsByDevice().values()).hasSize(10).containsOnly(200L);
  }

  @Test
  void refusesAPortInUse() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> TargetServer.start(taken.getLocalPort(), 1, Behavior.PLAIN))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("in use");
    }
  }

  private Counts counts() throws IOException {
    return Counts.of(server.uri());
  }

  private static Map.Entry<String, Long> entry(String key, long value) {
    return Map.entry(key, value);
  }
}
