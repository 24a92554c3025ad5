package fleetpoll.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fleetpoll.schedule.FleetSchedule;
import fleetpoll.settings.FleetSettings;
import fleetpoll.settings.SettingsLoader;
import fleetpoll.settings.body.PollValue;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The profile {@code telemetry}, without TLS: each report arrives compressed, with values of its
 * own.
 */
class BodiesIT {

  private static final int DEVICES = 3;
  private static final long TICKS = 4;
  private static final String[] RUN = {
    "profile=telemetry",
    "tls.trust=none",
    "tls.certificate=none",
    "tls.key=none",
    "devices=" + DEVICES,
    "interval=500",
    "duration=2s",
    "warm-up=1s",
    "seed=7"
  };

  @TempDir Path folder;

  private final ObjectMapper json = new ObjectMapper();
  private final List<JsonNode> reports = new CopyOnWriteArrayList<>();
  private final List<String> types = new CopyOnWriteArrayList<>();

  private void take(HttpExchange exchange) throws IOException {
    types.add(exchange.getRequestHeaders().getFirst("Content-Type"));
    try (GZIPInputStream body = new GZIPInputStream(exchange.getRequestBody())) {
      reports.add(json.readTree(body));
    }
    exchange.sendResponseHeaders(204, -1);
    exchange.close();
  }

  private static void logIn(HttpExchange exchange) throws IOException {
    byte[] answer = "{\"access_token\": \"t-1234\"}".getBytes(StandardCharsets.UTF_8);
    exchange.getRequestBody().readAllBytes();
    exchange.sendResponseHeaders(200, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  @Test
  void everyReportIsAnotherOneAndCanBeRepeated() throws Exception {
    Instant begin = Instant.now();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    ExecutorService threads = Executors.newCachedThreadPool();
    server.setExecutor(threads);
    server.createContext("/login", BodiesIT::logIn);
    server.createContext("/report", this::take);
    server.start();
    String target = "target=http://127.0.0.1:" + server.getAddress().getPort();
    String[] all = Arrays.copyOf(RUN, RUN.length + 1);
    all[RUN.length] = target;
    long sent;
    try (GatlingProcess gatling = GatlingProcess.start(folder, all)) {
      assertThat(gatling.exitCode()).as(gatling.toString()).isZero();
      assertThat(gatling.output()).contains("Telemetry 12 (sent as gzip)");
      sent = gatling.runFolder().run().endpoints().get(0).sent();
      new Ledger(gatling.runFolder()).balances().equalsGatling(gatling.output());
    } finally {
      server.stop(0);
      threads.shutdown();
    }
    // A busy machine may miss a poll; the ledger says so.
    assertThat(types).hasSize((int) sent).containsOnly("application/json");
    assertThat(reports)
        .allSatisfy(
            report ->
                assertThat(Instant.parse(report.get("at").asText()))
                    .isBetween(begin, Instant.now()));
    assertThat(told()).hasSize((int) sent).isNotEmpty();
    assertThat(foretold()).containsAllEntriesOf(told());
  }

  /** Message and measurement of each device and tick. */
  private Map<String, String> told() {
    return reports.stream()
        .collect(
            Collectors.toMap(
                report -> report.get("device").asText() + " " + report.get("seq").asLong(),
                report -> report.get("message").asText() + " " + report.get("celsius").asLong()));
  }

  /** What a run with this seed sends, whenever it does. */
  private static Map<String, String> foretold() {
    FleetSettings settings =
        SettingsLoader.load(
            List.of(RUN).stream()
                .map(each -> each.split("="))
                .collect(Collectors.toMap(each -> each[0], each -> each[1])),
            Path.of(""));
    FleetSchedule schedule = new FleetSchedule(settings);
    Map<String, String> foretold = new HashMap<>();
    for (int device = 0; device < DEVICES; device++) {
      for (long tick = 0; tick < TICKS; tick++) {
        SplittableRandom random = schedule.randomOfPoll(device, 0, tick);
        PollValue.Moment poll = new PollValue.Moment(0, tick, random);
        foretold.put(
            settings.identities().get(device).id() + " " + tick,
            PollValue.of("random.uuid").orElseThrow().in(poll)
                + " "
                + PollValue.of("random.int(-20, 45)").orElseThrow().in(poll));
      }
    }
    return foretold;
  }
}
