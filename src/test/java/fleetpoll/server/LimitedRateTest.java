package fleetpoll.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What clients see of a server that serves so many requests a second. */
class LimitedRateTest {

  private final List<EmbeddedChannel> clients = new ArrayList<>();
  private long nowMs;
  private Site site = site("*=rate:10");

  private Site site(String... faults) {
    return new Site(
        Behavior.parse(List.of(faults)), Instant.EPOCH, () -> TimeUnit.MILLISECONDS.toNanos(nowMs));
  }

  @AfterEach
  void close() {
    clients.forEach(EmbeddedChannel::finishAndReleaseAll);
  }

  private EmbeddedChannel client() {
    EmbeddedChannel client = new EmbeddedChannel(new ServedConnection(site));
    client.freezeTime();
    clients.add(client);
    return client;
  }

  private static void ask(EmbeddedChannel client, String device, String... headers) {
    DefaultFullHttpRequest request =
        new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/hello?page=1");
    request.headers().set("X-Device", device);
    Stream.of(headers).forEach(name -> request.headers().set(name, "1"));
    client.writeInbound(request);
  }

  private void pass(long ms) {
    nowMs += ms;
    for (EmbeddedChannel client : clients) {
      client.advanceTimeBy(ms, TimeUnit.MILLISECONDS);
      client.runScheduledPendingTasks();
    }
  }

  /** The status of the next answer; 0 if there is none yet. */
  private static int answer(EmbeddedChannel client) {
    FullHttpResponse response = client.readOutbound();
    return response == null ? 0 : response.status().code();
  }

  @Test
  void servesOneConnectionAfterTheOther() {
    EmbeddedChannel first = client();
    EmbeddedChannel second = client();
    ask(first, "a");
    ask(second, "b");
    assertThat(answer(first)).isEqualTo(200);
    pass(99);
    assertThat(answer(second)).isZero();
    pass(1);
    assertThat(answer(second)).isEqualTo(200);
  }

  @Test
  void refusesAtOnceIfTheQueueIsFull() {
    EmbeddedChannel client = client();
    ask(client, "a");
    EmbeddedChannel waiting = client();
    ask(waiting, "b");
    EmbeddedChannel refused = client();
    ask(refused, "c");
    assertThat(answer(refused)).isEqualTo(503);
    assertThat(site.measured().tally().faultsByKind()).containsOnlyKeys("rate");
    assertThat(site.measured().tally().faultsByKind()).containsEntry("rate", 1L);
  }

  @Test
  void servesPipelinedRequestsAtTheRateToo() {
    site = site("*=rate:50");
    EmbeddedChannel client = client();
    for (int i = 0; i < 4; i++) {
      ask(client, "a");
    }
    assertThat(answer(client)).isEqualTo(200);
    for (int i = 1; i < 4; i++) {
      assertThat(answer(client)).isZero();
      pass(20);
      assertThat(answer(client)).isEqualTo(200);
    }
  }

  @Test
  void servesWarmUpRequestsInTheirTurn() {
    EmbeddedChannel client = client();
    ask(client, "a", "X-Fleetpoll-Warm-Up");
    assertThat(answer(client)).isEqualTo(200);
    ask(client, "a");
    assertThat(answer(client)).isZero();
    pass(100);
    assertThat(answer(client)).isEqualTo(200);
  }

  @Test
  void limitsOnlyTheDevicesThatItNames() {
    site = site("a=rate:10");
    EmbeddedChannel client = client();
    ask(client, "a");
    ask(client, "a");
    assertThat(answer(client)).isEqualTo(200);
    assertThat(answer(client)).isZero();
    EmbeddedChannel other = client();
    ask(other, "b");
    ask(other, "b");
    assertThat(answer(other)).isEqualTo(200);
    assertThat(answer(other)).isEqualTo(200);
  }

  @Test
  void addsLatencyToTheWait() {
    site = site("*=rate:10", "*=latency:30ms");
    EmbeddedChannel client = client();
    ask(client, "a");
    pass(30);
    assertThat(answer(client)).isEqualTo(200);
    EmbeddedChannel second = client();
    ask(second, "b");
    pass(99);
    assertThat(answer(second)).isZero();
    pass(1);
    assertThat(answer(second)).isEqualTo(200);
  }
}
