package fleetpoll.study;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DelayProbeTest {

  private static final long MILLI = 1_000_000;
  private static final int COLD = 100;

  /** What a request takes, until {@link #COLD} ones have come and afterwards, on a set clock. */
  private final AtomicLong now = new AtomicLong();

  private final AtomicInteger received = new AtomicInteger();
  private IntUnaryOperator status = i -> 200;
  private boolean draws;
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/poll", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    int i = received.getAndIncrement();
    now.addAndGet(i < COLD ? 4 * MILLI : MILLI / 2);
    if (draws) {
      exchange.getResponseHeaders().add("X-Delay-Nanos", "7");
    }
    exchange.sendResponseHeaders(status.applyAsInt(i), -1);
    exchange.close();
  }

  private DelayProbe probe(String... properties) throws InterruptedException {
    String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/poll?i=";
    return DelayProbe.of(url, StudyExamples.settings(properties), now::get);
  }

  @Test
  void tIsThatOfAWarmServer() throws Exception {
    DelayProbe probe = probe("length=any");

    assertThat(probe.draws()).isFalse();
    assertThat(probe.nanos()).hasValue(MILLI / 2);
    assertThat(received).hasValueLessThanOrEqualTo(2 * SequentialLatency.MOST_REQUESTS);
  }

  @Test
  void aServerThatDrawsIsAskedOnce() throws Exception {
    draws = true;

    assertThat(probe("length=any").draws()).isTrue();
    assertThat(received).hasValue(1);
  }

  @Test
  void aServerThatFailsHasNoT() throws Exception {
    status = i -> 404;
    assertThat(probe("length=any").nanos()).isEmpty();
    assertThat(probe("length=any", "status=404").nanos()).isPresent();
    assertThat(probe("length=100", "status=404").nanos()).isEmpty();
  }

  @Test
  void aLaterFailureLeavesNoTEither() throws Exception {
    status = i -> i == 7 ? 503 : 200;
    assertThat(probe("length=any").nanos()).isEmpty();
  }
}
