package fleetpoll.it;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.run.EndpointTotals;
import fleetpoll.run.Event;
import fleetpoll.run.Judgement;
import fleetpoll.run.Run;
import fleetpoll.run.RunFolder;
import fleetpoll.run.SampleRow;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A generator that is stopped while its devices await their answers, and the server goes on. */
@Tag("alone")
class StallIT {

  private static final int DEVICES = 20;
  private static final Duration STOP = Duration.ofSeconds(3);
  private static final long TICKS_IN_THE_STOP = 12;

  /**
   * A and B together take longer than an interval, so each of the 3 or 4 polls of B costs one, and
   * so does an answer that a busy machine delays.
   */
  private static final long BUSY_TICKS = 6;

  @TempDir Path folder;

  @Test
  void aGeneratorThatStoodStillSaysSoAndBlamesNoServer() throws Exception {
    try (GatlingProcess gatling =
        GatlingProcess.start(
            folder,
            "devices=" + DEVICES,
            "duration=9s",
            "interval=250",
            "warm-up=1s",
            "timeout=2s",
            "embedded.faults=*=latency:200ms",
            "validity.stall=500ms",
            "validity.ticks=100")) {
      gatling.awaitOutput("---- Requests");

      Signals.send("STOP", gatling.pid());
      assertThat(gatling.hasEndedWithin(STOP)).isFalse();
      Signals.send("CONT", gatling.pid());

      assertThat(gatling.exitCode()).as(gatling.toString()).isEqualTo(2);
      RunFolder stored = new Ledger(gatling.runFolder()).balances().folder();
      Run run = stored.run();
      assertThat(run.verdict().judgement()).isEqualTo(Judgement.INVALID);
      assertThat(run.verdict().reason())
          .matches(
              "The generator's longest stall was [23],\\d{3} ms, and validity.stall allows 500 ms"
                  + ".*");
      assertThat(run.events())
          .filteredOn(event -> event.kind().equals("stall"))
          .extracting(Event::text)
          .anyMatch(text -> text.matches("The generator stood still for [23]\\.\\d s .*"));
      EndpointTotals a = run.endpoints().get(0);
      assertThat(a.missedBy().get("generator"))
          .isGreaterThanOrEqualTo(DEVICES * (TICKS_IN_THE_STOP - 2));
      assertThat(a.missedBy().get("busy")).isLessThanOrEqualTo(DEVICES * BUSY_TICKS);
      assertThat(a.koBy()).isEmpty();
      assertThat(a.stalled()).isGreaterThanOrEqualTo(DEVICES / 2);
      assertThat(stored.samples())
          .extracting(SampleRow::stallMaxMs)
          .filteredOn(Objects::nonNull)
          .anyMatch(millis -> millis > 2_500);
    }
  }
}
