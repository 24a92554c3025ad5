package fleetpoll.stall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A heart that begins to beat at 100 ms: beats are due at 110 ms, 120 ms … */
class StallRecorderTest {

  private static final long MS = 1_000_000;

  private final StallRecorder loop = recorder(3, 4);

  private static StallRecorder recorder(int loop, int most) {
    return new StallRecorder(loop, most, new StallTime(0, Long.MAX_VALUE));
  }

  @BeforeEach
  void begin() {
    loop.begin(100 * MS);
  }

  @Test
  void aBeatThatIsLateByLessThanABeatIsNoStall() {
    assertThat(loop.beat(110 * MS)).isZero();
    assertThat(loop.beat(120 * MS - 1)).isZero();
    assertThat(loop.beat(140 * MS - 1)).isZero();
    assertThat(loop.dueNanos()).isEqualTo(140 * MS);
    assertThat(loop.stalls()).isEmpty();
    assertThat(loop.touches(0, 140 * MS)).isFalse();
  }

  @Test
  void aLaterOneIsAStallFromItsDueOnAndTheGridStays() {
    assertThat(loop.beat(3_117 * MS)).isEqualTo(3_007 * MS);

    assertThat(loop.stalls()).containsExactly(new Stall(3, 110 * MS, 3_117 * MS));
    assertThat(loop.dueNanos()).isEqualTo(3_120 * MS);
    assertThat(loop.beat(3_120 * MS)).isZero();
  }

  @Test
  void anInstantLiesInAStallOrNot() {
    loop.beat(110 * MS);
    loop.beat(200 * MS);
    loop.beat(210 * MS);
    loop.beat(300 * MS);

    assertThat(loop.contains(119 * MS)).isFalse();
    assertThat(loop.contains(120 * MS)).isTrue();
    assertThat(loop.contains(200 * MS)).isTrue();
    assertThat(loop.contains(205 * MS)).isFalse();
    assertThat(loop.contains(250 * MS)).isTrue();
    assertThat(loop.contains(301 * MS)).isFalse();
  }

  @Test
  void aTimeContainsAStallOrNot() {
    loop.beat(110 * MS);
    loop.beat(200 * MS);
    loop.beat(210 * MS);

    assertThat(loop.touches(100 * MS, 120 * MS)).isFalse();
    assertThat(loop.touches(100 * MS, 121 * MS)).isTrue();
    assertThat(loop.touches(150 * MS, 160 * MS)).isTrue();
    assertThat(loop.touches(199 * MS, 210 * MS)).isTrue();
    assertThat(loop.touches(200 * MS, 210 * MS)).isFalse();
  }

  /** A device that was busy for hours asks for each of its ticks. */
  @Test
  @Timeout(20)
  void stallsOfLongAgoAreFoundAtOnce() {
    StallRecorder hours = recorder(1, 1_000_000);
    hours.begin(0);
    for (int stall = 0; stall < 200_000; stall++) {
      hours.beat(hours.dueNanos() + 15 * MS);
    }

    long found = 0;
    for (long tick = 0; tick < 100_000; tick++) {
      found += hours.contains(20 * tick * MS + 17 * MS) ? 1 : 0;
      found += hours.touches(20 * tick * MS + 9 * MS, 20 * tick * MS + 11 * MS) ? 1 : 0;
    }
    assertThat(found).isEqualTo(200_000);
    assertThat(hours.contains(27 * MS)).isFalse();
    assertThat(hours.touches(26 * MS, 29 * MS)).isFalse();
  }

  @Test
  void thoseThatAreForgottenAreNotOfLate() {
    StallRecorder sick = recorder(1, 20);
    sick.begin(0);
    for (int stall = 0; stall < 1_000; stall++) {
      sick.beat(sick.dueNanos() + 15 * MS);
      assertThat(sick.contains(sick.dueNanos() - 12 * MS)).isTrue();
      assertThat(sick.stalls()).hasSizeLessThanOrEqualTo(20);
    }
  }

  @Test
  void thoseSinceAnInstantAreThoseThatHaveNotEndedBefore() {
    StallRecorder some = new StallRecorder(1);
    some.begin(0);
    some.beat(30 * MS);
    some.beat(70 * MS);
    some.beat(100 * MS);

    assertThat(some.stalls())
        .extracting(Stall::beginNanos)
        .containsExactly(10 * MS, 40 * MS, 80 * MS);
    assertThat(some.stallsSince(50 * MS))
        .extracting(Stall::beginNanos)
        .containsExactly(40 * MS, 80 * MS);
    assertThat(Stalls.since(90 * MS, List.of(some)).each()).hasSize(1);
    assertThat(Stalls.knownNanos(List.of(some, StallRecorder.NONE))).isEqualTo(110 * MS);
  }

  @Test
  void aStallIsKnownBeforeItsBeatComesIfTheLoopDoesSomethingElseFirst() {
    loop.awake(119 * MS);
    assertThat(loop.contains(115 * MS)).isFalse();
    assertThat(loop.touches(100 * MS, 119 * MS)).isFalse();

    loop.awake(150 * MS);
    assertThat(loop.contains(109 * MS)).isFalse();
    assertThat(loop.contains(115 * MS)).isTrue();
    assertThat(loop.touches(100 * MS, 110 * MS)).isFalse();
    assertThat(loop.touches(100 * MS, 111 * MS)).isTrue();
    assertThat(loop.stalls()).isEmpty();

    loop.beat(151 * MS);
    assertThat(loop.contains(155 * MS)).isFalse();
    assertThat(loop.stalls()).containsExactly(new Stall(3, 110 * MS, 151 * MS));
  }

  @Test
  void aHeartThatStopsBeatingEndsItsStall() {
    loop.end(150 * MS);

    assertThat(loop.stalls()).containsExactly(new Stall(3, 110 * MS, 150 * MS));
    loop.awake(900 * MS);
    assertThat(loop.contains(500 * MS)).isFalse();
    assertThat(loop.touches(150 * MS, 900 * MS)).isFalse();
  }

  @Test
  void aHeartThatHasNotBegunOrIsOverStallsNobody() {
    StallRecorder silent = new StallRecorder(1);
    silent.awake(500 * MS);
    assertThat(silent.contains(400 * MS)).isFalse();
    silent.end(900 * MS);
    assertThat(silent.stalls()).isEmpty();

    loop.end(112 * MS);
    assertThat(loop.stalls()).isEmpty();
  }

  @Test
  void ofTooManyStallsTheShortOnesAreForgotten() {
    for (int late : new int[] {10, 500, 15, 19, 30}) {
      loop.beat(loop.dueNanos() + late * MS);
    }
    assertThat(loop.stalls()).extracting(Stall::nanos).containsExactly(500 * MS, 30 * MS);
  }
}
