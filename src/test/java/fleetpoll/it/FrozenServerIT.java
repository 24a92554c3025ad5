package fleetpoll.it;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.run.Check;
import fleetpoll.run.Check.Status;
import fleetpoll.run.EndpointTotals;
import fleetpoll.run.Judgement;
import fleetpoll.run.Run;
import fleetpoll.server.Target;
import fleetpoll.settings.EmbeddedSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server that stands still for 3 of 12 seconds. Each device has one poll in flight then, which
 * succeeds: service times and success alone do not show it.
 */
@Tag("alone")
class FrozenServerIT {

  private static final long FROZEN_MILLIS = 3_000;

  @TempDir Path folder;

  @Test
  void aFreezeIsInTheResponseTimesOfBothEndpointsAndInEveryDevicesSilence() throws Exception {
    try (Target server =
            Target.embedded(new EmbeddedSettings(1, List.of(), List.of()), line -> {});
        GatlingProcess gatling =
            GatlingProcess.start(
                folder,
                "target=" + server.uri(),
                "devices=20",
                "interval=50",
                "duration=12s",
                "warm-up=1s",
                "slo.success=99.9%",
                "slo.missed=0.1%",
                "slo.a.p99=1s",
                "slo.a.response.p99=1s",
                "slo.b.response.p95=1s")) {
      gatling.awaitOutput("[0:0");
      long frozenMillis = freeze(server.pid().getAsLong(), gatling);
      assertThat(gatling.exitCode()).as(gatling.toString()).isEqualTo(2);

      Run run = gatling.runFolder().run();
      assertThat(run.verdict().judgement()).isEqualTo(Judgement.FAIL);
      assertThat(run.verdict().levels())
          .filteredOn(level -> !level.key().contains("response"))
          .filteredOn(level -> !level.key().contains("missed"))
          .extracting(Check::key, Check::status)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple("slo.success", Status.PASS),
              org.assertj.core.groups.Tuple.tuple("slo.a.p99", Status.PASS));
      assertThat(run.verdict().levels())
          .filteredOn(level -> level.status() == Status.FAIL)
          .extracting(Check::key)
          .contains("slo.missed");
      assertThat(run.verdict().levels())
          .filteredOn(level -> level.key().contains("response"))
          .hasSize(2)
          .allMatch(level -> level.status() == Status.FAIL);
      assertThat(run.endpoints())
          .extracting(totals -> totals.response().p99Ms())
          .allMatch(ms -> ms > 0.8 * FROZEN_MILLIS);
      assertThat(run.endpoints()).extracting(EndpointTotals::unanswered).containsOnly(0L);
      assertThat(run.endpoints()).allMatch(totals -> totals.missed() > totals.planned() / 5);
      assertThat(gatling.runFolder().devices())
          .hasSize(40)
          .allSatisfy(
              row ->
                  assertThat(row.deviceSilenceMaxMs())
                      .isBetween((double) FROZEN_MILLIS, frozenMillis + 2_000.0));
      assertThat(run.silence().maxMs()).isBetween((double) FROZEN_MILLIS, frozenMillis + 2_000.0);
      new Ledger(gatling.runFolder()).balances();
    }
  }

  /** For how long it stood still at most. */
  private static long freeze(long pid, GatlingProcess gatling)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    Signals.send("STOP", pid);
    try {
      assertThat(gatling.hasEndedWithin(Duration.ofMillis(FROZEN_MILLIS))).isFalse();
    } finally {
      Signals.send("CONT", pid);
    }
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
  }
}
