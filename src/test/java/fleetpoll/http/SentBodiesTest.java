package fleetpoll.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fleetpoll.record.Outcome;
import fleetpoll.settings.body.BodySettings;
import fleetpoll.settings.body.PollValue;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.nio.NioIoHandler;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What arrives at a server on a real socket. */
class SentBodiesTest {

  private static final int PATIENT_MILLIS = 15_000;
  private static final String LIVE =
      "{\"at\": #{now.millis}, \"by\": \"#{device}\", \"x\": #{tick}}";

  private record Arrived(String path, String type, byte[] body) {}

  private final List<Arrived> arrived = new CopyOnWriteArrayList<>();
  private final RequestStore store = new RequestStore(1 << 10);
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().toString();
    arrived.add(
        new Arrived(
            path,
            exchange.getRequestHeaders().getFirst("Content-Type"),
            exchange.getRequestBody().readAllBytes()));
    if (path.startsWith("/moved")) {
      exchange.getResponseHeaders().add("Location", "/here");
      exchange.sendResponseHeaders(307, -1);
    } else {
      exchange.sendResponseHeaders(200, -1);
    }
    exchange.close();
  }

  private RequestTemplate post(String path, BodySettings body) {
    return new RequestTemplate(
        new Origin(false, "127.0.0.1", server.getAddress().getPort()),
        "",
        "POST",
        path,
        Map.of(),
        Map.of("Content-Type", body.type()),
        Optional.of(body),
        Set.of());
  }

  private static PollValue.Moment poll(long tick) {
    return new PollValue.Moment(1_000 + tick, tick, new SplittableRandom(tick));
  }

  private void send(LoopRig devices, Connection device, Request request) {
    Result result = LoopRig.await(devices.send(device, request, Rig.ok(), PATIENT_MILLIS));
    assertThat(result.outcome()).as(result.message()).isEqualTo(Outcome.OK);
  }

  private static LoopRig devices(boolean epoll) {
    return new LoopRig(
        epoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory(), Optional.empty());
  }

  private List<String> texts() {
    return arrived.stream().map(a -> new String(a.body, StandardCharsets.UTF_8)).toList();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void eachPollHasABodyOfItsOwn(boolean epoll) {
    RequestTemplate template = post("/a", BodySettings.ofText(LIVE, "application/json"));
    try (LoopRig devices = devices(epoll)) {
      Connection device = devices.device();
      for (int tick = 0; tick < 3; tick++) {
        send(devices, device, template.fill(Map.of("device", "a\"b"), poll(tick)));
      }
    }
    assertThat(texts())
        .containsExactly(
            "{\"at\": 1000, \"by\": \"a\\\"b\", \"x\": 0}",
            "{\"at\": 1001, \"by\": \"a\\\"b\", \"x\": 1}",
            "{\"at\": 1002, \"by\": \"a\\\"b\", \"x\": 2}");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aRedirectTakesTheSameBytes(boolean gzip) throws IOException {
    BodySettings body = BodySettings.ofText("#{random.uuid} #{random.int(1, 1000000)}", "a/b");
    RequestTemplate template = post("/moved/#{tick}", gzip ? body.compressed(true) : body);
    try (LoopRig devices = devices(true)) {
      Connection device = devices.device(new Habits(false, 3));
      send(devices, device, template.fill(Map.of(), poll(7)));
    }
    assertThat(arrived).extracting(Arrived::path).containsExactly("/moved/7", "/here");
    assertThat(arrived.get(1).body).isEqualTo(arrived.get(0).body);
    assertThat(arrived.get(1).type).isEqualTo("a/b");
    String sent =
        gzip
            ? new String(
                new GZIPInputStream(new ByteArrayInputStream(arrived.get(0).body)).readAllBytes(),
                StandardCharsets.UTF_8)
            : texts().get(0);
    assertThat(sent).matches("[0-9a-f-]{36} [0-9]{1,7}");
  }

  @Test
  void whatIsNoTextArrivesByteForByteEachTime() {
    byte[] bytes = new byte[5_000];
    new SplittableRandom(1).nextBytes(bytes);
    byte[] placeholder = "#{device}".getBytes(StandardCharsets.UTF_8);
    System.arraycopy(placeholder, 0, bytes, 100, placeholder.length);
    BodySettings body = new BodySettings(ByteBuffer.wrap(bytes), false, "a/b", false, false);
    Request request = post("/a", body).fill(Map.of("device", "d"), store);
    try (LoopRig devices = devices(true)) {
      Connection device = devices.device();
      send(devices, device, request);
      send(devices, device, request);
    }
    assertThat(arrived).hasSize(2).allSatisfy(a -> assertThat(a.body).isEqualTo(bytes));
  }

  /** A conditional poll sends the same changed head again and again. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aChangedHeadCanBeSentAgain(boolean epoll) {
    Request changed =
        post("/a", BodySettings.of("b")).fill(Map.of(), store).with(h -> h.with("X", "1"));
    try (LoopRig devices = devices(epoll)) {
      Connection device = devices.device();
      send(devices, device, changed);
      send(devices, device, changed);
    }
    assertThat(texts()).containsExactly("b", "b");
  }
}
