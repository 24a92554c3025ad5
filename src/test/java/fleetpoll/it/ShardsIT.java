package fleetpoll.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fleetpoll.run.Check;
import fleetpoll.run.Check.Status;
import fleetpoll.run.DeviceRow;
import fleetpoll.run.Run;
import fleetpoll.run.RunFolder;
import fleetpoll.run.shard.Shard;
import fleetpoll.shard.ShardMerge;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two generators play one fleet, and start at one instant. */
class ShardsIT {

  private static final int DEVICES = 8;
  private static final int SHARDS = 2;
  private static final long INTERVAL_MILLIS = 1_000;

  /** Two JVMs and their Gatlings start meanwhile, on a machine that may be busy. */
  private static final Duration START_IN = Duration.ofSeconds(25);

  /** When which device's polls reached the server. */
  private final Map<String, Queue<Instant>> arrivals = new ConcurrentHashMap<>();

  @TempDir Path folder;

  @Test
  void bothPollOnOneGrid() throws Exception {
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    ExecutorService threads = Executors.newCachedThreadPool();
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
    Instant startAt = Instant.now().plus(START_IN).truncatedTo(ChronoUnit.MILLIS);
    String target = "target=http://127.0.0.1:" + server.getAddress().getPort();
    try (GatlingProcess first = start(0, target, startAt);
        GatlingProcess second = start(1, target, startAt)) {
      for (GatlingProcess shard : List.of(first, second)) {
        assertThat(shard.exitCode()).as(shard.toString()).isZero();
        new Ledger(shard.runFolder()).balances();
      }
      assertShard(0, first, startAt);
      assertShard(1, second, startAt);
      assertThat(arrivals).hasSize(DEVICES);
      arrivals.forEach((device, instants) -> assertOnGrid(device, instants, startAt));
      assertThat(Files.readString(first.runFolder().devicesPage()))
          .contains("Shard 1 of 2: device-0001 to device-0007, one in 2 of the fleet");
      assertMerged(first.runFolder(), second.runFolder());
    } finally {
      server.stop(0);
      threads.shutdownNow();
    }
  }

  private GatlingProcess start(int index, String target, Instant startAt) throws IOException {
    return GatlingProcess.start(
        Map.of("JOB_COMPLETION_INDEX", Integer.toString(index)),
        Files.createDirectories(folder.resolve("shard-" + index)),
        target,
        "devices=" + DEVICES,
        "shard.count=" + SHARDS,
        "start-at=" + startAt,
        "interval=" + INTERVAL_MILLIS,
        "duration=4s",
        "warm-up=1s",
        // Not judged in a shard: the server answers in some milliseconds.
        "slo.a.p99=1us");
  }

  private static void assertShard(int index, GatlingProcess process, Instant startAt)
      throws IOException {
    Run run = process.runFolder().run();
    Shard shard = run.shard();
    assertThat(shard.index()).isEqualTo(index);
    assertThat(shard.count()).isEqualTo(SHARDS);
    assertThat(shard.fleetDevices()).isEqualTo(DEVICES);
    assertThat(shard.startAt()).isEqualTo(startAt);
    assertThat(shard.firstTick()).isEqualTo(startAt).isEqualTo(run.start());
    assertThat(shard.lateS()).isZero();
    // One machine has one clock; the answers bound it by a second at most.
    assertThat(shard.clockOffset()).isNotNull();
    assertThat(shard.clockOffset().lowestMs()).isBetween(-1_001.0, 1.0);
    assertThat(shard.clockOffset().highestMs()).isBetween(-1.0, 1_001.0);
    assertThat(run.devices())
        .containsExactly(
            "device-000" + (1 + index),
            "device-000" + (3 + index),
            "device-000" + (5 + index),
            "device-000" + (7 + index));
    assertThat(process.runFolder().devices())
        .extracting(DeviceRow::device)
        .hasSameElementsAs(run.devices());
    assertThat(run.verdict().judgement().isSuccess()).as(run.verdict().reason()).isTrue();
    assertThat(run.verdict().reason()).contains("are judged when all shards are merged");
  }

  private void assertMerged(RunFolder first, RunFolder second) throws IOException {
    Path to = folder.resolve("fleet");
    Run run =
        new ShardMerge(List.of(second.path(), first.path()), Optional.of(to), false, Instant.now())
            .merge()
            .run();
    assertThat(run.devices())
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, DEVICES).mapToObj("device-%04d"::formatted).toList());
    assertThat(run.endpoints().get(0).planned()).isEqualTo(4 * DEVICES);
    assertThat(run.endpoints().get(0).ok())
        .isEqualTo(first.run().endpoints().get(0).ok() + second.run().endpoints().get(0).ok());
    assertThat(run.verdict().validity())
        .filteredOn(rule -> List.of("shard.clocks", "start-at").contains(rule.key()))
        .extracting(Check::status)
        .containsExactly(Status.PASS, Status.PASS);
    assertThat(run.verdict().levels())
        .filteredOn(level -> level.key().equals("slo.success"))
        .allMatch(level -> level.status() == Status.PASS);
    new Ledger(new RunFolder(to)).balances();
    assertThat(to.resolve(RunFolder.DEVICES_PAGE)).content().contains("id=\"shards\"");
  }

  /** Not before the warm-up, and at least once on a busy machine soon after a tick. */
  private static void assertOnGrid(String device, Queue<Instant> instants, Instant startAt) {
    int number = Integer.parseInt(device.substring("device-".length())) - 1;
    long phaseMillis = INTERVAL_MILLIS * number / DEVICES;
    assertThat(instants)
        .as(device)
        .extracting(instant -> Duration.between(startAt, instant).toMillis() - phaseMillis)
        .allMatch(millis -> millis >= -INTERVAL_MILLIS)
        .anyMatch(millis -> Math.floorMod(millis, INTERVAL_MILLIS) < 100);
  }

  private void answer(HttpExchange exchange) throws IOException {
    arrivals
        .computeIfAbsent(
            exchange.getRequestHeaders().getFirst("X-Device"), id -> new ConcurrentLinkedQueue<>())
        .add(Instant.now());
    byte[] body = new byte[exchange.getRequestURI().getQuery().equals("page=1") ? 100 : 204_800];
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
