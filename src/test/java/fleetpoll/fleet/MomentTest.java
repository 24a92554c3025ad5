package fleetpoll.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Iterator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MomentTest {

  private static final Instant WALL = Instant.parse("2026-11-30T09:30:00Z");
  private static final long MILLI = 1_000_000;

  @Test
  void isInTheMiddleOfAShortReading() {
    assertThat(read(100, 140)).isEqualTo(new Moment(WALL.plusSeconds(1), 120));
  }

  @Test
  void isReadAgainIfTheThreadStoodStill() {
    assertThat(read(0, 400 * MILLI, 401 * MILLI, 401 * MILLI + 20))
        .isEqualTo(new Moment(WALL.plusSeconds(2), 401 * MILLI + 10));
  }

  @Test
  void isTheBestOnAMachineThatIsAlwaysBusy() {
    Iterator<Long> busy =
        LongStream.iterate(0, n -> n + 1).map(n -> (n * n + 2 * n) * MILLI).iterator();
    Iterator<Instant> wall = walls();

    assertThat(Moment.of(wall::next, () -> busy.next() + 2 * MILLI).instant())
        .isEqualTo(WALL.plusSeconds(1));
  }

  private static Moment read(long... nanos) {
    Iterator<Long> monotonic = LongStream.of(nanos).iterator();
    Iterator<Instant> wall = walls();
    return Moment.of(wall::next, monotonic::next);
  }

  private static Iterator<Instant> walls() {
    return Stream.iterate(WALL.plusSeconds(1), wall -> wall.plusSeconds(1)).iterator();
  }
}
