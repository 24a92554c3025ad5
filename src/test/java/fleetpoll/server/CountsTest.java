package fleetpoll.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the embedded target reports that it has received. */
class CountsTest {

  @RegisterExtension final PlainServer server = new PlainServer();

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
    try (RawClient client = new RawClient(server.uri())) {
      for (int i = 0; i < 5; i++) {
        client.get("/delay?min=1ms&max=5ms&seed=42&i=" + i, "X-Device: d" + i % 2).response();
      }
      client.get("/delay?min=0&max=0", "X-Device: z").response();
    }

    assertThat(Counts.of(server.uri()).measured().delayNanosByDevice())
        .containsOnly(
            entry("d0", delay.nanos(0) + delay.nanos(2) + delay.nanos(4)),
            entry("d1", delay.nanos(1) + delay.nanos(3)),
            entry("z", 0));
  }

  @Test
  void countsFromAllEventLoopsAddUp() throws Exception {
    List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      HttpRequest request = server.to("/hello?page=1").header("X-Device", "d" + i % 10).build();
      answers.add(server.sendAsync(request));
    }
    answers.forEach(CompletableFuture::join);
    assertThat(server.counted().requestsByPath()).containsOnly(entry("/hello?page=1", 2_000));
    assertThat(server.counted().requestsByDevice().values()).hasSize(10).containsOnly(200L);
  }

  private static Map.Entry<String, Long> entry(String key, long value) {
    return Map.entry(key, value);
  }
}
