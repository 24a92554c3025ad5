package fleetpoll.compare;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.estimate.Estimate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContrastTextTest {

  private static Contrast claimed(Scale scale, Claim claim, double mean, double low, double high) {
    return new Contrast(scale, List.of(mean), new Estimate(mean, low, high), claim, "");
  }

  private static Contrast unclaimed(Scale scale, Claim claim, String why, Double... rounds) {
    return new Contrast(scale, Arrays.asList(rounds), null, claim, why);
  }

  @ParameterizedTest
  @CsvSource({
    "3.046, 3.05",
    "12.34, 12.3",
    "9.996, 10.0",
    "99.97, 100",
    "842.2, 842",
    "'1234.5', '1,235'",
    "0.5, 0.500",
    "0.4123, 0.412",
    "0.0123, 0.0123",
    "1, 1.00",
    "1.004, 1.00",
    "1.014, 1.01",
    "0.99996, 1.00",
    "0.9879, 0.988",
    "1.00000001, 1.00"
  })
  void aRatioHasThreeDigits(double ratio, String text) {
    assertThat(ContrastText.of(Scale.TIMES, ratio)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "15.04, +15.0",
    "-0.5, -0.500",
    "0.01667, +0.0167",
    "-0.0000213, -0.0000213",
    "0, 0",
    "-1e-15, 0",
    "100, +100"
  })
  void pointsHaveASign(double points, String text) {
    assertThat(ContrastText.of(Scale.POINTS, points)).isEqualTo(text);
  }

  @Test
  void aClaimComesWithItsInterval() {
    assertThat(ContrastText.withClaim(claimed(Scale.TIMES, Claim.WORSE, 2.96, 2.81, 3.12)))
        .isEqualTo("2.96 (2.81 to 3.12) worse");
    assertThat(ContrastText.withClaim(claimed(Scale.POINTS, Claim.WORSE, 14.9, 14.2, 15.6)))
        .isEqualTo("+14.9 points (+14.2 to +15.6) worse");
    assertThat(ContrastText.withClaim(claimed(Scale.POINTS, Claim.EQUAL, 0, -0.02, 0.02)))
        .isEqualTo("0 points (-0.0200 to +0.0200) equal");
  }

  @Test
  void theIntervalOfAClaimNeverReadsAsIfItContainedOne() {
    assertThat(ContrastText.interval(claimed(Scale.TIMES, Claim.WORSE, 1.02, 1.004, 1.04)))
        .isEqualTo(">1.00 to 1.04");
    assertThat(ContrastText.interval(claimed(Scale.TIMES, Claim.BETTER, 0.98, 0.96, 0.9996)))
        .isEqualTo("0.960 to <1.00");
    assertThat(ContrastText.interval(claimed(Scale.TIMES, Claim.INCONCLUSIVE, 1, 0.9996, 1.004)))
        .isEqualTo("1.00 to 1.00");
  }

  @Test
  void withoutAClaimThereIsTheRangeOfTheRoundsAndTheReason() {
    assertThat(
            ContrastText.withClaim(
                unclaimed(
                    Scale.TIMES, Claim.LOST_ROUND, "b's round 3 was INVALID", 3.0, 2.0, null)))
        .isEqualTo("2.00 to 3.00 no claim: b's round 3 was INVALID");
    assertThat(ContrastText.withClaim(unclaimed(Scale.POINTS, Claim.TOO_FEW_ROUNDS, "", 1.5, 2.0)))
        .isEqualTo("+1.50 to +2.00 points no claim");
    assertThat(ContrastText.withClaim(unclaimed(Scale.TIMES, Claim.UNKNOWN, "", (Double) null)))
        .isEqualTo("not known");
  }
}
