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
   * @param scale of the logistic function, in widths of 5 %
   * @param trials a size
   * @param least share of the searches whose lower bound is within one width of the truth
   * @param mostTrials in the mean of the searches
   */
  @ParameterizedTest
  @CsvSource({
    // By default, if it takes no more than two and a half widths from 5 % to 95 %.
    "0.01, 3, 0.95, 14",
    "0.1, 3, 0.95, 14",
    "0.25, 3, 0.95, 15",
    "0.4, 3, 0.95, 16",
    // Just at the edge: 95 % in the mean of seeds.
    "0.5, 3, 0.94, 16",
    // A server with more chance needs more trials a size, or a larger width.
    "0.75, 3, 0.80, 17",
    "0.75, 9, 0.95, 32",
    "1, 3, 0.66, 17",
    "1, 9, 0.90, 33"
  })
  void findsTheConditionalThroughput(double scale, int trials, double least, double mostTrials) {
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
    assertThat((double) near / SEARCHES).as(figures).isGreaterThanOrEqualTo(least);
    assertThat((double) all / SEARCHES).as(figures).isLessThanOrEqualTo(mostTrials);
  }

  /** The probability that a trial fails: {@code exceed} at {@code truth}. */
  private static double failure(int size, double truth, double scale, double exceed) {
    double odds = Math.log(exceed / (1 - exceed));
    return 1 / (1 + Math.exp(-Math.log(size / truth) / scale - odds));
  }
}
