package fleetpoll.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the embedded target says it has seen. */
class CountsTest {

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
    Counts counts = Counts.of(server.uri());
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
  void delaysAddUpByDevice() throws Exception {
    SeededDelay delay = new SeededDelay(1_000_000, 5_000_000, 42);
    for (int i = 0; i < 5; i++) {
      String uri = "/delay?min=1ms&max=5ms&seed=42&i=" + i;
      CLIENT.send(to(uri).header("X-Device", "d" + i % 2).build(), BodyHandlers.discarding());
    }
    CLIENT.send(
        to("/delay?min=0&max=0").header("X-Device", "z").build(), BodyHandlers.discarding());

    assertThat(Counts.of(server.uri()).measured().delayNanosByDevice())
        .containsOnly(
            entry("d0", delay.nanos(0) + delay.nanos(2) + delay.nanos(4)),
            entry("d1", delay.nanos(1) + delay.nanos(3)),
            entry("z", 0));
  }

  @Test
  void countsFromAllEventLoopsAddUp() throws Exception {
    List<CompletableFuture<HttpResponse<Void>>> answers = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      HttpRequest request = to("/hello?page=1").header("X-Device", "d" + i % 10).build();
      answers.add(CLIENT.sendAsync(request, BodyHandlers.discarding()));
    }
    answers.forEach(CompletableFuture::join);
    assertThat(Counts.of(server.uri()).measured().requestsByPath())
        .containsOnly(entry("/hello?page=1", 2_000));
    assertThat(Counts.of(server.uri()).measured().requestsByDevice().values())
        .hasSize(10)
        .containsOnly(200L);
  }

  private static Map.Entry<String, Long> entry(String key, long value) {
    return Map.entry(key, value);
  }
}
