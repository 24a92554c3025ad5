package fleetpoll.capacity.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Searches at servers that fail at random near their limit, a thousand each.
 *
 * <p>The true conditional throughput is the size of which a trial fails with a probability of
 * exactly {@link Goal#exceed()}: whoever tried it without end would see it as the largest lower
 * bound. The probability rises with the logarithm of the size as a logistic function; its scale is
 * in widths of the goal, and from 5 % to 95 % it takes 5.9 scales.
 */
class RandomServerTest {

  private static final int SEARCHES = 1_000;
  private static final double WIDTH = Math.log(1.05);
  private static final double SMALLEST = 100;
  private static final double LARGEST = 10_000;

  /**
   * The figures of {@code src/docs/capacity.md}, which they pin.
   *
   * @param scale of the logistic function, in widths of 5 %
   * @param trials a size
   * @param percent of the searches whose lower bound is within one width of the truth
   * @param mean trials of a search
   */
  @ParameterizedTest
  @CsvSource({
    "0.1, 3, 100, 15",
    "0.25, 3, 100, 16",
    "0.4, 3, 99, 17",
    "0.5, 3, 97, 18",
    "0.6, 3, 95, 18",
    "0.75, 3, 90, 18",
    "1, 3, 77, 19",
    "0.75, 9, 98, 50",
    "1, 9, 96, 55"
  })
  void findsTheConditionalThroughput(double scale, int trials, int percent, int mean) {
    Goal goal = new Goal(50, 20_000, 0.05, trials, 1.0 / 3);
    SplittableRandom random = new SplittableRandom(19);
    int near = 0;
    int all = 0;
    for (int i = 0; i < SEARCHES; i++) {
      double truth = SMALLEST * Math.pow(LARGEST / SMALLEST, random.nextDouble());
      List<Trial> done =
          SearchTest.search(
              goal,
              size ->
                  random.nextDouble() < failure(size, truth, scale * WIDTH, goal.exceed())
                      ? Outcome.FAILS
                      : Outcome.HOLDS,
              500);
      int lower = Search.soFar(goal, done).bounds().lower().orElse(1);
      near += Math.abs(Math.log(lower / truth)) <= WIDTH ? 1 : 0;
      all += done.size();
    }
    String figures =
        "scale %s, %d trials: %.3f within a width, %.1f trials in the mean"
            .formatted(scale, trials, (double) near / SEARCHES, (double) all / SEARCHES);
    assertThat((int) (100.0 * near / SEARCHES)).as(figures).isEqualTo(percent);
    assertThat(Math.round((double) all / SEARCHES)).as(figures).isEqualTo(mean);
  }

  /** The probability that a trial fails: {@code exceed} at {@code truth}. */
  private static double failure(int size, double truth, double scale, double exceed) {
    double odds = Math.log(exceed / (1 - exceed));
    return 1 / (1 + Math.exp(-Math.log(size / truth) / scale - odds));
  }
}
