package fleetpoll.record;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.run.FleetExamples;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The times of a fleet's TLS handshakes. */
class HandshakesTest {

  private final FleetRecorder fleet =
      new FleetRecorder(FleetExamples.fleet(2, Duration.ofSeconds(10), Duration.ofMillis(500)));

  private void poll(int device, int endpoint, Opening opening) {
    fleet
        .device(device)
        .record(new Poll(endpoint, 0, 0, 0, 5_000_000, 1, 1, opening, Outcome.OK, null));
  }

  private static Opening secured(long millis) {
    return new Opening(1, 0, 100_000, 1, millis * 1_000_000);
  }

  @Test
  void thoseOfAllDevicesAndEndpointsShareADistribution() {
    for (int poll = 0; poll < 98; poll++) {
      poll(poll % 2, poll % 3 == 0 ? 1 : 0, secured(2));
    }
    poll(0, 0, secured(40));
    poll(1, 0, secured(90));
    poll(1, 0, Opening.NONE);
    poll(1, 0, new Opening(1, 0, 100_000, 0, 0));
    fleet.device(0).warmedUp(0, secured(7));

    Openings.Handshakes handshakes = fleet.handshakes();
    assertThat(handshakes.window().count()).isEqualTo(100);
    assertThat(handshakes.window().p50Micros()).isBetween(1_980L, 2_020L);
    assertThat(handshakes.window().p99Micros()).isBetween(39_600L, 40_400L);
    assertThat(handshakes.window().maxMicros()).isEqualTo(90_000);
    assertThat(handshakes.warmUp().count()).isEqualTo(1);
    assertThat(handshakes.warmUp().maxMicros()).isEqualTo(7_000);
  }

  @Test
  void aFleetWithoutTlsHasNone() {
    poll(0, 0, new Opening(1, 0, 100_000, 0, 0));

    assertThat(fleet.handshakes())
        .isEqualTo(new Openings.Handshakes(LatencySummary.EMPTY, LatencySummary.EMPTY));
  }
}
