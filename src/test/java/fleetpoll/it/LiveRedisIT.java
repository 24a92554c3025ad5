package fleetpoll.it;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.run.DeviceRow;
import fleetpoll.run.Event;
import fleetpoll.run.Judgement;
import fleetpoll.run.Run;
import fleetpoll.run.RunFolder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.RedisClient;

/** Runs that tell a Redis how they get on. */
class LiveRedisIT {

  private static final String[] SMALL = {
    "devices=20", "duration=5s", "interval=250", "warm-up=1s", "timeout=10s"
  };

  @TempDir Path folder;

  @Test
  void theHashesAreTheRecord() throws Exception {
    try (RedisServer server = RedisServer.start(folder);
        GatlingProcess gatling =
            start(
                "live.redis=redis://127.0.0.1:" + server.port() + "/3",
                "embedded.faults=device-0007=error:1/2,device-0008=latency:400ms");
        RedisClient redis = client("redis://127.0.0.1:" + server.port() + "/3")) {
      gatling.awaitPolls();
      RunFolder run = gatling.runFolder();
      String prefix = "fleetpoll:" + run.path().getFileName();
      Await.until(
          () -> Long.parseLong(redis.hgetAll(prefix + ":A").getOrDefault("ok", "0")) > 0,
          () -> "counts while the run goes on: " + gatling);
      assertThat(gatling.isAlive()).isTrue();

      assertThat(gatling.exitCode()).as(gatling.toString()).isZero();

      new Ledger(run).balances();
      assertThat(redis.keys("*")).hasSize(20 * 2 + 2);
      for (DeviceRow row : run.devices()) {
        String key = prefix + ":" + row.endpoint() + ":" + row.device();
        assertHash(redis, key, List.of(row));
      }
      for (List<DeviceRow> rows : byEndpoint(run).values()) {
        assertHash(redis, prefix + ":" + rows.get(0).endpoint(), rows);
      }
      assertThat(byEndpoint(run).get("A")).anyMatch(row -> row.ko() > 0);
      assertThat(Ledger.events(run.run()))
          .as("a busy machine may lose it for a moment")
          .extracting("kind")
          .isSubsetOf("live-lost", "live-found");
    }
  }

  private static Map<String, List<DeviceRow>> byEndpoint(RunFolder run) throws IOException {
    return run.devices().stream().collect(Collectors.groupingBy(DeviceRow::endpoint));
  }

  private static void assertHash(RedisClient redis, String key, List<DeviceRow> rows) {
    long ok = rows.stream().mapToLong(DeviceRow::ok).sum();
    long ko = rows.stream().mapToLong(DeviceRow::ko).sum();
    double millis =
        rows.stream()
            .filter(row -> row.ok() > 0)
            .mapToDouble(row -> row.ok() * row.serviceMeanMs())
            .sum();
    Map<String, String> hash = redis.hgetAll(key);
    assertThat(hash).as(key).containsOnlyKeys("ok", "ko", "count", "time_ms_sum");
    assertThat(hash)
        .as(key)
        .containsEntry("ok", Long.toString(ok))
        .containsEntry("ko", Long.toString(ko))
        .containsEntry("count", Long.toString(ok + ko));
    // The file's means are rounded to three digits behind the point.
    assertThat(Double.parseDouble(hash.get("time_ms_sum")))
        .as(key)
        .isCloseTo(millis, Offset.offset(0.001 * ok + 0.001));
    assertThat(redis.ttl(key)).as(key).isBetween(day() - 120, day());
  }

  private static long day() {
    return Duration.ofDays(1).toSeconds();
  }

  @ParameterizedTest
  @ValueSource(strings = {"killed", "stopped"})
  void aRedisThatFailsCostsTheRunAWarning(String how) throws Exception {
    try (RedisServer server = RedisServer.start(folder);
        GatlingProcess gatling = start("live.redis=redis://127.0.0.1:" + server.port())) {
      gatling.awaitPolls();

      if (how.equals("killed")) {
        server.kill();
      } else {
        server.stop();
      }

      assertThat(gatling.exitCode()).as(gatling.toString()).isZero();
      assertUndisturbed(gatling, "redis://127.0.0.1:" + server.port());
      assertThat(kinds(gatling)).containsExactly("live-lost");
    }
  }

  @Test
  void aRedisThatComesBackIsToldEverything() throws Exception {
    try (RedisServer server = RedisServer.start(folder);
        GatlingProcess gatling =
            start("live.redis=redis://127.0.0.1:" + server.port(), "duration=10s")) {
      gatling.awaitPolls();
      server.kill();
      gatling.awaitOutput("does not take the live counters");
      server.start();

      assertThat(gatling.exitCode()).as(gatling.toString()).isZero();

      assertUndisturbed(gatling, "redis://127.0.0.1:" + server.port());
      assertThat(kinds(gatling)).containsExactly("live-lost", "live-found");
      try (RedisClient redis = client("redis://127.0.0.1:" + server.port())) {
        RunFolder run = gatling.runFolder();
        assertHash(redis, "fleetpoll:" + run.path().getFileName() + ":A", byEndpoint(run).get("A"));
        assertThat(redis.keys("*")).hasSize(20 * 2 + 2);
      }
    }
  }

  @Test
  void noPasswordIsStoredOrShown() throws Exception {
    try (RedisServer server = RedisServer.start(folder, "--requirepass", "s3cret")) {
      String right = "redis://default:s3cret@127.0.0.1:" + server.port();
      try (GatlingProcess gatling = start("live.redis=" + right, "duration=3s");
          RedisClient redis = client(right)) {
        assertThat(gatling.exitCode()).as(gatling.toString()).isZero();

        assertThat(redis.keys("*")).hasSize(20 * 2 + 2);
        assertThat(gatling.runFolder().run().parameters())
            .anyMatch(p -> p.value().equals("redis://127.0.0.1:" + server.port()));
        assertNowhere("s3cret", gatling);
      }
      Path second = Files.createDirectory(folder.resolve("second"));
      try (GatlingProcess gatling =
          GatlingProcess.start(second, with("live.redis=" + right.replace("s3cret", "wr0ng")))) {
        assertThat(gatling.exitCode()).as(gatling.toString()).isZero();

        assertUndisturbed(gatling, "redis://127.0.0.1:" + server.port());
        assertThat(gatling.output()).contains("WRONGPASS");
        assertNowhere("wr0ng", gatling);
      }
    }
  }

  private static void assertNowhere(String password, GatlingProcess gatling) throws IOException {
    assertThat(gatling.output()).doesNotContain(password);
    try (Stream<Path> files = Files.walk(gatling.runFolder().path())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        byte[] content = Files.readAllBytes(file);
        assertThat(new String(content, java.nio.charset.StandardCharsets.ISO_8859_1))
            .as(file.toString())
            .doesNotContain(password);
      }
    }
  }

  /** Valid, balanced, in time, and one line of warning. */
  private static void assertUndisturbed(GatlingProcess gatling, String url) throws Exception {
    RunFolder folder = gatling.runFolder();
    new Ledger(folder).balances();
    Run run = folder.run();
    assertThat(run.verdict().judgement()).isEqualTo(Judgement.VALID);
    assertThat(run.interrupted()).isFalse();
    assertThat(run.end()).isBefore(run.start().plusSeconds(17));
    assertThat(Instant.now()).isBefore(run.end().plusSeconds(20));
    assertThat(folder.devices()).allMatch(row -> row.ok() > 0 && row.ko() == 0);
    String warning = url + " does not take the live counters: ";
    assertThat(gatling.output().lines().filter(line -> line.contains("live counters")))
        .singleElement()
        .asString()
        .startsWith(warning);
    Event lost = Ledger.events(run).get(0);
    assertThat(lost.kind()).isEqualTo("live-lost");
    assertThat(lost.text()).startsWith(warning);
    assertThat(Files.readString(folder.devicesPage())).contains("live-lost");
  }

  private static List<String> kinds(GatlingProcess gatling) throws IOException {
    return Ledger.events(gatling.runFolder().run()).stream().map(Event::kind).toList();
  }

  private static RedisClient client(String url) {
    return RedisClient.create(URI.create(url));
  }

  private GatlingProcess start(String... properties) throws IOException {
    return GatlingProcess.start(folder, with(properties));
  }

  private static String[] with(String... properties) {
    return Stream.concat(Arrays.stream(SMALL), Arrays.stream(properties)).toArray(String[]::new);
  }
}
