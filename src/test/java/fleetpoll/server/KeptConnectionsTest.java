package fleetpoll.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the embedded target treats connections: many at once, and many requests on one. */
class KeptConnectionsTest {

  @RegisterExtension final PlainServer server = new PlainServer();

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
    assertThat(server.counted().requestsByPath()).isEmpty();
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
  void delaysHoldNoThread() throws Exception {
    int requests = 500;
    Duration delay = Duration.ofMillis(200);
    Duration heldByTwoThreads = delay.multipliedBy(requests).dividedBy(2);
    long begin = System.nanoTime();
    List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
    for (int i = 0; i < requests; i++) {
      HttpRequest request = server.to("/delay?min=200ms&max=200ms").build();
      answers.add(server.sendAsync(request));
    }
    assertThat(answers).allMatch(answer -> answer.join().body().length() == 100);
    assertThat(Duration.ofNanos(System.nanoTime() - begin))
        .isBetween(delay, heldByTwoThreads.dividedBy(2));
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
      assertThat(server.counted().connectionsByDevice()).hasSize(1_000).containsValue(1L);
      assertThat(server.counted().requestsByDevice().values()).containsOnly(2L);
    } finally {
      for (RawClient client : clients) {
        client.close();
      }
    }
  }
}
