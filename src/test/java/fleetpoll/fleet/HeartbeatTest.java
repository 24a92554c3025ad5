package fleetpoll.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.http.Deadlines;
import fleetpoll.record.FleetRecorder;
import fleetpoll.run.FleetExamples;
import fleetpoll.stall.Stall;
import fleetpoll.stall.Stalls;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a heartbeat asks of its timer; the test is the timer. */
class HeartbeatTest {

  private static final long MS = 1_000_000;

  private final FleetRecorder recorder =
      new FleetRecorder(FleetExamples.fleet(1, Duration.ofSeconds(1), Duration.ofMillis(100)));
  private final List<Long> asked = new ArrayList<>();
  private long now;
  private final Heartbeat heartbeat =
      new Heartbeat(
          recorder.eventLoop(),
          new Deadlines(),
          new FleetIncidents(() -> {}),
          () -> now,
          asked::add);

  private void beatAt(long millis) {
    now = millis * MS;
    heartbeat.beat();
  }

  @Test
  void itBeatsOnAGridAndLeavesOutWhatAStallTook() {
    heartbeat.begin();
    beatAt(10);
    beatAt(23);
    beatAt(95);
    beatAt(100);

    assertThat(asked).containsExactly(10 * MS, 20 * MS, 30 * MS, 100 * MS, 110 * MS);
    assertThat(Stalls.of(recorder.eventLoops()).each())
        .containsExactly(new Stall(1, 30 * MS, 95 * MS));
  }

  @Test
  void atItsEndItAsksForNoFurtherBeatAndAStallEnds() {
    heartbeat.begin();
    now = 60 * MS;
    heartbeat.end();
    beatAt(61);

    assertThat(asked).containsExactly(10 * MS);
    assertThat(Stalls.of(recorder.eventLoops()).each())
        .containsExactly(new Stall(1, 10 * MS, 60 * MS));
  }
}
