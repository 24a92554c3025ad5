package fleetpoll.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fleetpoll.server.fault.FaultKind;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a client sees of each fault, and what the target reports that it did. */
class FaultsOnTheWireTest {

  private static final String SICK = "X-Device: sick";

  private static TargetServer server(String... entries) throws IOException {
    return TargetServer.start(0, 1, Behavior.parse(List.of(entries)));
  }

  private static Map<String, Long> faults(TargetServer server) throws IOException {
    return Counts.of(server.uri()).measured().faultsByKind();
  }

  private static RawClient ask(URI target, String... headers) throws IOException {
    return new RawClient(target).get("/hello?page=200", headers);
  }

  @Test
  void errorAnswers503AndKeepsTheConnection() throws Exception {
    try (TargetServer server = server("sick=error:1/3");
        RawClient client = new RawClient(server.uri())) {
      int[] statuses = new int[9];
      for (int i = 0; i < statuses.length; i++) {
        RawClient.Response response = client.get("/hello?page=1", SICK).response();
        statuses[i] = response.status();
        if (i == 2) {
          assertThat(response.statusLine()).isEqualTo("HTTP/1.1 503 Service Unavailable");
        }
      }
      assertThat(statuses).containsExactly(200, 200, 503, 200, 200, 503, 200, 200, 503);
      assertThat(faults(server)).containsOnly(Map.entry("error", 3L));
    }
  }

  @Test
  void shortHasHalfTheBodyAndItsRightLength() throws Exception {
    try (TargetServer server = server("sick=short:1");
        RawClient client = ask(server.uri(), SICK)) {
      RawClient.Response response = client.response();
      assertThat(response.headers()).containsEntry("content-length", "102400");
      assertThat(response.body()).hasSize(102_400);
      assertThat(client.get("/health").response().body()).asString().isEqualTo("ok");
      assertThat(faults(server)).containsOnly(Map.entry("short", 1L));
    }
  }

  @Test
  void cutPromisesMoreThanItSends() throws Exception {
    try (TargetServer server = server("sick=cut:1");
        RawClient client = ask(server.uri(), SICK)) {
      assertThat(client.head().headers()).containsEntry("content-length", "204800");
      assertThat(client.rest()).hasSize(102_400);
      assertThat(faults(server)).containsOnly(Map.entry("cut", 1L));
    }
  }

  @Test
  void resetIsSeenAsAReset() throws Exception {
    try (TargetServer server = server("sick=reset:1");
        RawClient client = ask(server.uri(), SICK)) {
      assertThatThrownBy(client::rest)
          .isInstanceOf(SocketException.class)
          .hasMessageContaining("reset");
      assertThat(faults(server)).containsOnly(Map.entry("reset", 1L));
    }
  }

  @Test
  void closeIsAnOrderlyEndWithoutAByte() throws Exception {
    try (TargetServer server = server("sick=close:1");
        RawClient client = ask(server.uri(), SICK)) {
      assertThat(client.rest()).isEmpty();
      assertThat(faults(server)).containsOnly(Map.entry("close", 1L));
    }
  }

  @Test
  void garbageIsNotHttp() throws Exception {
    try (TargetServer server = server("sick=garbage:1");
        RawClient client = ask(server.uri(), SICK)) {
      assertThat(client.rest()).asString().isNotEmpty().doesNotStartWith("HTTP");
      assertThat(faults(server)).containsOnly(Map.entry("garbage", 1L));
    }
  }

  @Test
  void stallAnswersNothingAndKeepsTheConnectionOpen() throws Exception {
    try (TargetServer server = server("sick=stall:1");
        RawClient client = ask(server.uri(), SICK).waitingAtMost(200)) {
      assertThatThrownBy(client::head).isInstanceOf(SocketTimeoutException.class);
      client.get("/health");
      assertThatThrownBy(client::head).isInstanceOf(SocketTimeoutException.class);
      assertThat(faults(server)).containsOnly(Map.entry("stall", 1L));
    }
  }

  @Test
  void latencyAddsToTheFirstOtherFaultThatHits() throws Exception {
    try (TargetServer server =
            server("sick=latency:30ms", "*=latency:20ms", "sick=error:1/2", "sick=short:1");
        RawClient client = new RawClient(server.uri())) {
      long begin = System.nanoTime();
      assertThat(client.get("/hello?page=1", SICK).response().body()).hasSize(50);
      assertThat(System.nanoTime() - begin).isGreaterThanOrEqualTo(50_000_000);
      begin = System.nanoTime();
      assertThat(client.get("/hello?page=1", SICK).response().status()).isEqualTo(503);
      assertThat(System.nanoTime() - begin).isGreaterThanOrEqualTo(50_000_000);
      assertThat(faults(server))
          .containsOnly(Map.entry("latency", 2L), Map.entry("error", 1L), Map.entry("short", 1L));
    }
  }

  @Test
  void warmUpAndOtherDevicesAreSpared() throws Exception {
    try (TargetServer server = server("sick=error:1/2", "sick=latency:10ms");
        RawClient client = new RawClient(server.uri())) {
      for (int i = 0; i < 3; i++) {
        client.get("/hello?page=1", SICK, "X-Fleetpoll-Warm-Up: 1");
        assertThat(client.response().status()).isEqualTo(200);
        assertThat(client.get("/hello?page=1", "X-Device: b").response().status()).isEqualTo(200);
        assertThat(client.get("/hello?page=1").response().status()).isEqualTo(200);
      }
      assertThat(client.get("/hello?page=1", SICK).response().status()).isEqualTo(200);
      assertThat(client.get("/hello?page=1", SICK).response().status()).isEqualTo(503);
      Counts counts = Counts.of(server.uri());
      assertThat(counts.measured().faultsByKind())
          .containsOnly(Map.entry("error", 1L), Map.entry("latency", 2L));
      assertThat(counts.warmUp().faultsByKind()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(value = FaultKind.class, mode = EnumSource.Mode.EXCLUDE, names = "RATE")
  void everyDeviceHasItsOwnExactCount(FaultKind kind) throws Exception {
    String argument = kind == FaultKind.LATENCY ? "1ms" : "1/2";
    try (TargetServer server = server("*=" + kind.word() + ":" + argument)) {
      for (String device : List.of("a", "b")) {
        for (int i = 0; i < 5; i++) {
          try (RawClient client = ask(server.uri(), "X-Device: " + device)) {
            if (i % 2 == 0) {
              assertThat(client.response().body()).hasSize(204_800);
            } else if (kind == FaultKind.STALL) {
              client.waitingAtMost(50);
              assertThatThrownBy(client::head).isInstanceOf(SocketTimeoutException.class);
            } else {
              readQuietly(client);
            }
          }
        }
      }
      long expected = kind == FaultKind.LATENCY ? 10 : 4;
      assertThat(faults(server)).containsOnly(Map.entry(kind.word(), expected));
      assertThat(Counts.of(server.uri()).measured().requestsByDevice())
          .containsOnly(Map.entry("a", 5L), Map.entry("b", 5L));
    }
  }

  private static void readQuietly(RawClient client) {
    try {
      client.response();
    } catch (IOException e) {
      assertThat(e).isNotInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void validatorsInviteACacheAndCountItsQuestions() throws Exception {
    try (TargetServer server = server("validators");
        RawClient client = new RawClient(server.uri())) {
      RawClient.Response first = client.get("/hello?page=1").response();
      assertThat(first.headers())
          .containsKeys("last-modified", "etag", "expires")
          .containsEntry("cache-control", "public");
      String etag = "If-None-Match: " + first.headers().get("etag");
      assertThat(client.get("/hello?page=1", etag).response().status()).isEqualTo(304);
      String since = "If-Modified-Since: " + first.headers().get("last-modified");
      assertThat(client.get("/hello?page=1", since).response().status()).isEqualTo(304);
      assertThat(client.get("/hello?page=1").response().body()).hasSize(100);
      assertThat(faults(server)).containsOnly(Map.entry("not-modified", 2L));
    }
  }

  @Test
  void cookiesAreGivenAndTheirReturnIsCounted() throws Exception {
    try (TargetServer server = server("cookies");
        RawClient client = new RawClient(server.uri())) {
      String[] cookies = new String[2];
      for (int i = 0; i < cookies.length; i++) {
        cookies[i] = client.get("/hello?page=1").response().headers().get("set-cookie");
      }
      assertThat(Arrays.asList(cookies)).containsExactly("session=1", "session=2");
      client.get("/hello?page=1", "Cookie: " + cookies[0]).response();
      assertThat(Counts.of(server.uri()).measured().withCookie()).isEqualTo(1);
    }
  }
}
