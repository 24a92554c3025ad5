package fleetpoll.stall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Two event loops: 1 stood still from 10 to 40 and from 100 to 110, 2 from 30 to 50. */
class StallsTest {

  private static final Stalls STALLS =
      new Stalls(List.of(new Stall(1, 10, 40), new Stall(2, 30, 50), new Stall(1, 100, 110)));

  @Test
  void theTotalCountsNoInstantTwice() {
    assertThat(STALLS.totalNanos(0, 200)).isEqualTo(50);
    assertThat(STALLS.totalNanos(35, 105)).isEqualTo(20);
    assertThat(STALLS.totalNanos(50, 100)).isZero();
    assertThat(new Stalls(List.of()).totalNanos(0, 200)).isZero();
    assertThat(new Stalls(List.of(new Stall(1, 0, 50), new Stall(2, 10, 20))).totalNanos(0, 99))
        .isEqualTo(50);
  }

  @Test
  void theLongestIsThatOfOneLoopAsFarAsItLiesInTheTime() {
    assertThat(STALLS.longestNanos(0, 200)).isEqualTo(30);
    assertThat(STALLS.longestNanos(35, 200)).isEqualTo(15);
    assertThat(STALLS.longestNanos(50, 100)).isZero();
  }

  @Test
  void thoseOfSeveralLoopsAreInOrderOfTime() {
    long ms = 1_000_000;
    StallRecorder one = new StallRecorder(1);
    StallRecorder two = new StallRecorder(2);
    one.begin(0);
    two.begin(0);
    one.beat(10 * ms);
    one.beat(50 * ms);
    two.beat(30 * ms);

    assertThat(Stalls.of(List.of(one, two)).each())
        .containsExactly(new Stall(2, 10 * ms, 30 * ms), new Stall(1, 20 * ms, 50 * ms));
  }

  @Test
  void aStallThatBeginsAtAnInstantHasNotBegunBeforeIt() {
    List<Stall> stalls = List.of(new Stall(1, 10, 12), new Stall(2, 10, 13), new Stall(1, 20, 21));

    assertThat(Stall.begunBefore(stalls, 10)).isZero();
    assertThat(Stall.begunBefore(stalls, 11)).isEqualTo(2);
    assertThat(Stall.begunBefore(stalls, 20)).isEqualTo(2);
    assertThat(Stall.begunBefore(stalls, 21)).isEqualTo(3);
  }
}
