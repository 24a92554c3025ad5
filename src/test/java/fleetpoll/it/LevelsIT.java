package fleetpoll.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fleetpoll.run.Check;
import fleetpoll.run.Check.Status;
import fleetpoll.run.Judgement;
import fleetpoll.run.RunFolder;
import fleetpoll.run.Verdict;
import fleetpoll.server.Behavior;
import fleetpoll.server.Counts;
import fleetpoll.server.TargetServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the fleet's average hides, a level of an endpoint or of the worst device sees. */
class LevelsIT {

  @TempDir Path folder;

  /** Every 20th B fails: of all polls, some 0.45 %, 0.5 % if the machine sends a poll fewer. */
  @Test
  void anEndpointThatFailsOnePollInTwenty() throws Exception {
    ExecutorService threads = Executors.newCachedThreadPool();
    HttpServer target =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
    target.setExecutor(threads);
    target.createContext("/a", exchange -> answer(exchange, 200));
    AtomicInteger polls = new AtomicInteger();
    target.createContext("/b", exchange -> answer(exchange, fails(exchange, polls) ? 503 : 200));
    target.start();
    Path profile =
        Files.writeString(
            folder.resolve("two.conf"),
            "endpoints = [{ name = A, path = /a }, { name = B, path = /b }]");
    try (GatlingProcess gatling =
        start(
            URI.create("http://127.0.0.1:" + target.getAddress().getPort()),
            "profile=" + profile,
            "interval=100",
            "slo.success=99%",
            "slo.a.success=100%",
            "slo.b.success=99.5%")) {
      Verdict verdict = failed(gatling);

      assertThat(verdict.levels())
          .extracting(Check::key, Check::status)
          .containsExactly(
              Tuple.tuple("slo.success", Status.PASS),
              Tuple.tuple("slo.a.success", Status.PASS),
              Tuple.tuple("slo.b.success", Status.FAIL));
      assertThat(verdict.reason())
          .matches(
              "The share of B's polls sent that succeeded was 9[45][.0-9]* %,"
                  + " and slo.b.success asks for 99.5 %[.]");
    } finally {
      target.stop(0);
      threads.shutdownNow();
    }
  }

  @Test
  void aDeviceThatNeverSucceedsIsNamed() throws Exception {
    try (TargetServer target =
            TargetServer.start(0, 1, Behavior.parse(List.of("device-0007=error")));
        GatlingProcess gatling =
            start(
                target.uri(),
                "slo.success=90%",
                "slo.device.success=99%",
                "slo.device.missed=90%",
                "slo.silence=3s")) {
      Verdict verdict = failed(gatling);

      assertThat(verdict.reason())
          .matches(
              "device-0007 succeeded in 0 % of 1[0-9] polls, and slo.device.success asks for 99 %;"
                  + " 1 other limit is broken too[.]");
      assertThat(verdict.levels())
          .extracting(Check::key, Check::status)
          .containsExactly(
              Tuple.tuple("slo.success", Status.PASS),
              Tuple.tuple("slo.device.success", Status.FAIL),
              Tuple.tuple("slo.device.missed", Status.PASS),
              Tuple.tuple("slo.silence", Status.FAIL));
      assertThat(verdict.levels().get(3).sentence()).startsWith("device-0007 went ");
      assertThat(gatling.output())
          .contains("FAIL slo.device.success: 0 %, at least 99 % (")
          .contains("worst device, device-0007)");
    }
  }

  @Test
  void aServerThatDiesDuringTheRunFails() throws Exception {
    TargetServer target = TargetServer.start(0, 1, Behavior.PLAIN);
    try (target;
        GatlingProcess gatling = start(target.uri(), "slo.success=99.9%", "slo.missed=0.1%")) {
      Await.until(() -> requests(target) > 20, () -> "polled: " + gatling);
      target.close();

      assertThat(failed(gatling).reason())
          .startsWith("The share of polls sent that succeeded was ")
          .contains(" %, and slo.success asks for 99.9 %");
      assertThat(gatling.output()).contains(" refused");
    }
  }

  /** 20 devices for 4 s. */
  private GatlingProcess start(URI target, String... properties) throws IOException {
    return GatlingProcess.start(
        folder,
        Stream.concat(
                Stream.of(
                    "target=" + target, "devices=20", "duration=4s", "interval=250", "warm-up=1s"),
                Stream.of(properties))
            .toArray(String[]::new));
  }

  private static Verdict failed(GatlingProcess gatling) throws Exception {
    assertThat(gatling.exitCode()).as(gatling.toString()).isEqualTo(2);
    RunFolder run = gatling.runFolder();
    Verdict verdict = run.run().verdict();
    assertThat(verdict.judgement()).as(verdict.toString()).isEqualTo(Judgement.FAIL);
    assertThat(gatling.output()).contains("Verdict: FAIL", verdict.reason());
    return verdict;
  }

  private static long requests(TargetServer target) throws IOException {
    return Counts.of(target.uri()).measured().requestsByPath().values().stream()
        .mapToLong(Long::longValue)
        .sum();
  }

  private static boolean fails(HttpExchange exchange, AtomicInteger polls) {
    return !exchange.getRequestHeaders().containsKey("X-Fleetpoll-Warm-Up")
        && polls.incrementAndGet() % 20 == 10;
  }

  private static void answer(HttpExchange exchange, int status) throws IOException {
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }
}
