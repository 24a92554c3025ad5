package fleetpoll.run;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.record.Openings;
import org.junit.jupiter.api.Test;

class ConnectionsTest {

  private static final Connections NONE = Connections.of(Openings.NONE);

  @Test
  void whatWasNotOpenedTookNoTime() {
    assertThat(NONE).isEqualTo(new Connections(0, null, null, 0, null, null));
    assertThat(Connections.of(new Openings(3, 751_200, 400_000, 1, 2_000_000, 2_000_000)))
        .isEqualTo(new Connections(3, 0.25, 0.4, 1, 2.0, 2.0));
  }

  @Test
  void meansOfSeveralEndpointsAreThoseOfAllConnections() {
    Connections one = new Connections(3, 1.0, 2.0, 1, 8.0, 8.0);
    Connections other = new Connections(1, 5.0, 5.0, 0, null, null);

    assertThat(one.plus(other)).isEqualTo(new Connections(4, 2.0, 5.0, 1, 8.0, 8.0));
    assertThat(other.plus(one)).isEqualTo(one.plus(other));
    assertThat(NONE.plus(one)).isEqualTo(one);
    assertThat(NONE.plus(NONE)).isEqualTo(NONE);
    assertThat(one.plus(null)).isNull();
  }
}
