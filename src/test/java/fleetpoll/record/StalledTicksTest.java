package fleetpoll.record;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.schedule.MissedCause;
import fleetpoll.schedule.TickGrid;
import fleetpoll.stall.StallRecorder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A device that is due every 100 ms, on an event loop that stood still from 210 to 450 ms. */
class StalledTicksTest {

  private static final long MS = 1_000_000;

  private final List<String> heard = new ArrayList<>();
  private final StalledTicks ticks =
      new StalledTicks(
          new TickGrid(0, 100 * MS, 100),
          (from, to, cause) -> heard.add(from + ".." + (to - 1) + " " + cause));

  @Test
  void ticksThatCameDueInAStallAreTheGeneratorsWhateverTheDeviceDid() {
    StallRecorder loop = new StallRecorder(1);
    loop.begin(200 * MS);
    loop.beat(450 * MS);
    ticks.of(loop);

    ticks.missed(1, 7, MissedCause.BUSY);
    ticks.missed(2, 4, MissedCause.BACK_OFF);
    ticks.missed(3, 4, MissedCause.BUSY);
    ticks.missed(2, 3, MissedCause.BUSY);

    assertThat(heard)
        .containsExactly(
            "1..2 busy",
            "3..4 generator",
            "5..6 busy",
            "2..2 back-off",
            "3..3 generator",
            "3..3 generator",
            "2..2 busy");
  }

  @Test
  void aDeviceOfNoEventLoopKeepsItsCauses() {
    ticks.missed(1, 7, MissedCause.BUSY);

    assertThat(heard).containsExactly("1..6 busy");
  }
}
