package fleetpoll.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract that user-files/targets/README.md states, route by route. */
class TargetServerTest {

  @RegisterExtension final PlainServer server = new PlainServer();

  @ParameterizedTest
  @CsvSource({"1, 100", "200, 204800"})
  void helloHasThePagesLength(String page, int bytes) throws Exception {
    HttpResponse<String> response = server.get("/hello?page=" + page);
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
    HttpRequest request =
        server.to(uri).method(method, HttpRequest.BodyPublishers.noBody()).build();
    HttpResponse<String> response = server.send(request);
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.headers().firstValue("Allow").isPresent()).isEqualTo(status == 405);
  }

  @Test
  void healthAndMoved() throws Exception {
    assertThat(server.get("/health").body()).isEqualTo("ok");
    HttpResponse<String> moved = server.get("/moved");
    assertThat(moved.statusCode()).isEqualTo(302);
    assertThat(moved.headers().firstValue("Location")).contains("/hello?page=1");
  }

  @Test
  void aConfigurationIsSentAgainOnlyToThoseWhoDoNotKnowIt() throws Exception {
    HttpResponse<String> first = server.get("/config/device-0001");
    assertThat(first.statusCode()).isEqualTo(200);
    String tag = first.headers().firstValue("ETag").orElseThrow();

    HttpResponse<String> second =
        server.send(server.to("/config/device-0002").header("If-None-Match", tag).build());

    assertThat(second.statusCode()).isEqualTo(304);
    assertThat(second.body()).isEmpty();
    assertThat(server.send(server.to("/config/d").header("If-None-Match", "x").build()).body())
        .isEqualTo(first.body());
    assertThat(server.counted().requestsByPath()).containsEntry("/config/", 3L);
  }

  @Test
  void aStateIsFine() throws Exception {
    assertThat(server.get("/state/device-0001").body()).isEqualTo("{\"code\": 0}");
    assertThat(server.counted().requestsByPath()).containsEntry("/state/", 1L);
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
    HttpRequest known =
        server.to("/report").POST(HttpRequest.BodyPublishers.ofByteArray(body)).build();
    assertThat(server.send(known).statusCode()).isEqualTo(204);
    HttpRequest chunked =
        server
            .to("/report")
            .expectContinue(true)
            .POST(
                HttpRequest.BodyPublishers.fromPublisher(
                    HttpRequest.BodyPublishers.ofByteArray(body)))
            .build();
    assertThat(server.send(chunked).statusCode()).isEqualTo(204);
    try (RawClient client = new RawClient(server.uri())) {
      client.send("POST /report HTTP/1.1\r\nHost: t\r\nContent-Length: 3\r\n\r\nabc");
      assertThat(client.response().headers()).doesNotContainKey("content-length");
      assertThat(client.get("/health").response().status()).isEqualTo(200);
    }
    assertThat(server.counted().requestsByPath()).containsEntry("/report", 3L);
  }

  @Test
  void delayIsTheSameForTheSameSeedAndI() throws Exception {
    String uri = "/delay?min=1ms&max=50ms&seed=3&i=17";
    long begin = System.nanoTime();
    String drawn = server.get(uri).headers().firstValue("X-Delay-Nanos").orElseThrow();
    assertThat(System.nanoTime() - begin).isGreaterThanOrEqualTo(Long.parseLong(drawn));
    assertThat(server.get(uri).headers().firstValue("X-Delay-Nanos")).contains(drawn);
    assertThat(
            server.get("/delay?min=1ms&max=50ms&seed=3&i=18").headers().firstValue("X-Delay-Nanos"))
        .isPresent()
        .isNotEqualTo(Optional.of(drawn));
  }

  @Test
  void refusesAPortInUse() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> TargetServer.start(taken.getLocalPort(), 1, Behavior.PLAIN))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("in use");
    }
  }
}
