package fleetpoll.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EstimateTest {

  /**
   * Student's sleep data (The probable error of a mean, Biometrika 6, 1908): R's {@code
   * t.test(extra ~ group, data = sleep, paired = TRUE)} gives 0.7001142 to 2.4598858 about 1.58.
   */
  @Test
  void studentsOwnExampleHasItsPublishedInterval() {
    double[] differences = {1.2, 2.4, 1.3, 1.3, 0.0, 1.0, 1.8, 0.8, 4.6, 1.4};

    Estimate estimate =
        Estimate.of(DoubleStream.of(differences).map(Math::exp).boxed().toList(), 0);

    assertThat(Math.log(estimate.mean())).isCloseTo(1.58, within(1e-12));
    assertThat(Math.log(estimate.low())).isCloseTo(0.7001142, within(5e-8));
    assertThat(Math.log(estimate.high())).isCloseTo(2.4598858, within(5e-8));
  }

  /**
   * By hand, logarithms to base 2: 0, 1, 2 have mean 1 and deviation 1, and t(0.975, 2) is 4.302653
   * in every table: 1 ± 4.302653 / √3 = 1 ± 2.484138.
   */
  @Test
  void threeRoundsByHand() {
    Estimate estimate = Estimate.of(List.of(1.0, 2.0, 4.0), 0);

    assertThat(estimate.mean()).isCloseTo(2, within(1e-12));
    assertThat(estimate.low()).isCloseTo(Math.pow(2, 1 - 2.484138), within(1e-6));
    assertThat(estimate.high()).isCloseTo(Math.pow(2, 1 + 2.484138), within(1e-5));
  }

  @Test
  void theOtherWayRoundItIsTheInverse() {
    Estimate there = Estimate.of(List.of(1.5, 1.6, 1.9), 0.01);
    Estimate back = Estimate.of(List.of(1 / 1.5, 1 / 1.6, 1 / 1.9), 0.01);

    assertThat(back.mean()).isCloseTo(1 / there.mean(), within(1e-12));
    assertThat(back.low()).isCloseTo(1 / there.high(), within(1e-12));
    assertThat(back.high()).isCloseTo(1 / there.low(), within(1e-12));
  }

  @Test
  void whatTheRecordDoesNotResolveIsNoDifference() {
    List<Double> alike = List.of(1.009, 1.009, 1.009);

    assertThat(Estimate.of(alike, 0).contains(1)).isFalse();
    assertThat(Estimate.of(alike, 0.01).contains(1)).isTrue();
  }

  @Test
  void twoRoundsAreTooFew() {
    assertThatIllegalArgumentException().isThrownBy(() -> Estimate.of(List.of(2.0, 2.0), 0));
  }

  /** Equal servers, 2,000 times: the interval misses 1 about once in twenty. */
  @Test
  void itCoversAsOftenAsItSays() {
    Random random = new Random(1);
    int missed = 0;
    for (int i = 0; i < 2_000; i++) {
      List<Double> ratios =
          Stream.generate(() -> Math.exp(0.1 * random.nextGaussian())).limit(3).toList();
      missed += Estimate.of(ratios, 0).contains(1) ? 0 : 1;
    }
    assertThat(missed).isBetween(70, 130);
  }
}
