package fleetpoll.stall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StallTimeTest {

  private static final long MS = 1_000_000;

  @Test
  void itCountsStallsThatTheirRecorderForgets() {
    StallTime time = new StallTime(0, Long.MAX_VALUE);
    StallRecorder sick = new StallRecorder(1, 100, time);
    sick.begin(0);
    for (int stall = 0; stall < 150_000; stall++) {
      sick.beat(sick.dueNanos() + 12 * MS);
    }

    Stalls stalls = Stalls.of(List.of(sick), time);
    assertThat(stalls.each()).hasSizeLessThanOrEqualTo(100);
    assertThat(stalls.totalNanos(0, sick.dueNanos())).isEqualTo(1_800_000 * MS);
  }

  @Test
  void onlyTheWindowCounts() {
    StallTime time = new StallTime(100, 200);
    time.add(new Stall(1, 40, 99));
    time.add(new Stall(1, 99, 110));
    time.add(new Stall(1, 150, 155));
    time.add(new Stall(1, 190, 230));
    time.add(new Stall(1, 240, 250));

    assertThat(time.nanos(200)).isEqualTo(10 + 5 + 10);
    assertThat(time.nanos(152)).isEqualTo(10 + 2);
  }

  /** Each of three event loops reports a stall when it ends. */
  @Test
  void whatSeveralEventLoopsStoodStillTogetherCountsOnce() {
    for (int seed = 0; seed < 100; seed++) {
      Random random = new Random(seed);
      List<Stall> stalls = new ArrayList<>();
      for (int loop = 1; loop <= 3; loop++) {
        long end = 0;
        for (int i = 0; i < 300; i++) {
          long begin = end + 1 + random.nextInt(40);
          end = begin + 10 + random.nextInt(30);
          stalls.add(new Stall(loop, begin, end));
        }
      }
      StallTime time = new StallTime(50, 9_000);
      stalls.stream().sorted(Comparator.comparingLong(Stall::endNanos)).forEach(time::add);

      assertThat(time.nanos(8_000)).isEqualTo(new Stalls(stalls).totalNanos(50, 8_000));
    }
  }
}
