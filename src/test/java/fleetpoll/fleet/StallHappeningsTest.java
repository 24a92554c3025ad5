package fleetpoll.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.stall.Stall;
import fleetpoll.stall.Stalls;
import fleetpoll.watch.Happening;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class StallHappeningsTest {

  private static final long MS = 1_000_000;

  private static Stall stall(int loop, long beginMillis, long millis) {
    return new Stall(loop, beginMillis * MS, (beginMillis + millis) * MS);
  }

  @Test
  void aLongStallIsOneSentence() {
    Stalls stalls = new Stalls(List.of(stall(1, 40, 99), stall(1, 400, 100), stall(1, 900, 3_004)));

    assertThat(StallHappenings.of(stalls))
        .containsExactly(
            new Happening(
                400 * MS, "stall", "The generator stood still for 100 ms (event loop 1)."),
            new Happening(
                900 * MS, "stall", "The generator stood still for 3.0 s (event loop 1)."));
  }

  @Test
  void loopsThatStandStillTogetherMakeOne() {
    Stalls stalls = new Stalls(List.of(stall(2, 400, 300), stall(1, 402, 310), stall(2, 730, 200)));

    assertThat(StallHappenings.of(stalls))
        .containsExactly(
            new Happening(
                400 * MS, "stall", "The generator stood still for 310 ms (event loops 1, 2)."),
            new Happening(
                730 * MS, "stall", "The generator stood still for 200 ms (event loop 2)."));
  }

  @Test
  void thoseOfAnOverloadedGeneratorAreSummedUp() {
    Stalls stalls =
        new Stalls(LongStream.range(0, 1_102).mapToObj(i -> stall(1, i * 2_000, 100 + i)).toList());

    List<Happening> happenings = StallHappenings.of(stalls);

    assertThat(happenings).hasSize(101);
    assertThat(happenings.get(0))
        .isEqualTo(
            new Happening(
                0,
                "stall",
                "From here on the generator also stood still 1,002 other times, each for 1.1 s at"
                    + " most."));
    assertThat(happenings.get(100).text()).contains(" 1.2 s ");
  }

  @Test
  void aGeneratorThatNeverStoodStillHasNone() {
    assertThat(StallHappenings.of(new Stalls(List.of()))).isEmpty();
  }
}
