package fleetpoll.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import fleetpoll.figure.Count;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProportionsTest {

  private static final Offset<Double> FOUR_DECIMALS = within(0.00005);

  /** Newcombe (1998), table II, method 10. */
  @ParameterizedTest
  @CsvSource({
    "56, 70, 48, 80, 0.0524, 0.3339",
    "9, 10, 3, 10, 0.1705, 0.8090",
    "6, 7, 2, 7, 0.0582, 0.8062",
    "5, 56, 0, 29, -0.0381, 0.1926",
    "0, 10, 0, 20, -0.1611, 0.2775",
    "0, 10, 0, 10, -0.2775, 0.2775",
    "10, 10, 0, 20, 0.6791, 1.0000",
    "10, 10, 0, 10, 0.6075, 1.0000"
  })
  void theDifferenceHasItsPublishedInterval(int a, int m, int b, int n, double low, double high) {
    Estimate difference = new Proportions(new Count(a, m), new Count(b, n)).difference();

    assertThat(difference.mean() / 100).isCloseTo((double) a / m - (double) b / n, within(1e-12));
    assertThat(difference.low() / 100).isCloseTo(low, FOUR_DECIMALS);
    assertThat(difference.high() / 100).isCloseTo(high, FOUR_DECIMALS);
  }

  @Test
  void theRatioTheOtherWayRoundIsTheInverse() {
    Estimate there = new Proportions(new Count(90, 100), new Count(40, 80)).ratio();
    Estimate back = new Proportions(new Count(40, 80), new Count(90, 100)).ratio();

    assertThat(there.mean()).isCloseTo(1.8, within(1e-12));
    assertThat(there.low()).isBetween(1.4, 1.5);
    assertThat(back.low()).isCloseTo(1 / there.high(), within(1e-12));
    assertThat(back.high()).isCloseTo(1 / there.low(), within(1e-12));
  }

  @Test
  void zeroHasNoRatio() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Proportions(new Count(0, 9), new Count(1, 9)).ratio());
  }

  @Test
  void morePollsThanAnIntHoldsAreStillCounted() {
    Estimate difference =
        new Proportions(new Count(15_000_000_000L, 100_000_000_000L), new Count(0, 100))
            .difference();

    assertThat(difference.mean()).isCloseTo(15, within(1e-9));
    assertThat(difference.low()).isBetween(11.0, 11.4);
    assertThat(difference.high()).isBetween(15.0, 15.01);
  }
}
