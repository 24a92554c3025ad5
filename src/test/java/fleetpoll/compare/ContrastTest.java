package fleetpoll.compare;

import static fleetpoll.compare.Contenders.shares;
import static fleetpoll.compare.Contenders.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fleetpoll.figure.Figure;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContrastTest {

  private static Contrast contrast(Figure figure, List<Value> values, List<Value> reference) {
    return Contrast.of(figure, values, reference, Contenders.pairing(values, reference));
  }

  private static List<Value> with(List<Value> values, Value more) {
    List<Value> all = new ArrayList<>(values);
    all.add(more);
    return all;
  }

  @Test
  void aRatioIsFormedWithinEachRound() {
    Contrast ratio = contrast(Figure.SERVICE_P99, values(3.0, 20.0, 6.0), values(1.0, 10.0, 2.0));

    assertThat(ratio.byRound()).containsExactly(3.0, 2.0, 3.0);
    assertThat(ratio.least()).isEqualTo(2.0);
    assertThat(ratio.greatest()).isEqualTo(3.0);
    assertThat(ratio.claim()).isEqualTo(Claim.WORSE);
  }

  @Test
  void whichWayIsBetterDependsOnTheFigure() {
    List<Value> more = values(200.0, 210.0, 190.0);
    List<Value> less = values(100.0, 100.0, 100.0);

    assertThat(contrast(Figure.CPU_PER_REQUEST, more, less).claim()).isEqualTo(Claim.WORSE);
    assertThat(contrast(Figure.CPU_PER_REQUEST, less, more).claim()).isEqualTo(Claim.BETTER);
    more = shares(1_000, 1_000, 1_000, 1_000);
    less = shares(1_000, 800, 801, 799);
    assertThat(contrast(Figure.THROUGHPUT, more, less).claim()).isEqualTo(Claim.BETTER);
    assertThat(contrast(Figure.SUCCESS, less, more).claim()).isEqualTo(Claim.WORSE);
    assertThat(contrast(Figure.MISSED, less, more).claim()).isEqualTo(Claim.BETTER);
  }

  @Test
  void anIntervalThatContainsOneIsInconclusive() {
    Contrast ratio = contrast(Figure.SERVICE_P99, values(1.0, 2.0, 4.0), values(1.0, 1.0, 1.0));

    assertThat(ratio.estimate().mean()).isGreaterThan(1.9);
    assertThat(ratio.claim()).isEqualTo(Claim.INCONCLUSIVE);
  }

  @Test
  void oneMicrosecondIsNoDifference() {
    assertThat(
            contrast(Figure.SERVICE_P50, values(.008, .008, .008), values(.007, .007, .007))
                .claim())
        .isEqualTo(Claim.INCONCLUSIVE);
  }

  @Test
  void fifteenPercentMissedAreWorseThanNone() {
    Contrast missed = contrast(Figure.MISSED, shares(6_000, 900, 880, 930), shares(6_000, 0, 0, 0));

    assertThat(missed.scale()).isEqualTo(Scale.POINTS);
    assertThat(missed.byRound().get(0)).isCloseTo(15, within(1e-9));
    assertThat(missed.estimate().mean()).isCloseTo(15.06, within(0.01));
    assertThat(missed.claim()).isEqualTo(Claim.WORSE);
  }

  @Test
  void aFailedPollARoundMayBeChance() {
    Contrast success =
        contrast(Figure.SUCCESS, shares(200, 199, 199, 199), shares(200, 200, 200, 200));

    assertThat(success.estimate().mean()).isCloseTo(-0.5, within(1e-9));
    assertThat(success.estimate().low()).isLessThan(-1.3);
    assertThat(success.estimate().high()).isPositive();
    assertThat(success.claim()).isEqualTo(Claim.INCONCLUSIVE);
  }

  @Test
  void roundsThatScatterMoreThanTheirCountsExplainWidenTheInterval() {
    List<Value> none = shares(100_000, 0, 0, 0);

    assertThat(contrast(Figure.MISSED, shares(100_000, 500, 500, 500), none).claim())
        .isEqualTo(Claim.WORSE);
    assertThat(contrast(Figure.MISSED, shares(100_000, 1_500, 0, 0), none).claim())
        .isEqualTo(Claim.INCONCLUSIVE);
  }

  @Test
  void noneAgainstNoneIsEqualWithinWhatSoManyPollsCanHide() {
    for (Contrast equal :
        List.of(
            contrast(Figure.MISSED, shares(1_000, 0, 0, 0), shares(2_000, 0, 0, 0)),
            contrast(Figure.SUCCESS, shares(9, 9, 9, 9), shares(8, 8, 8, 8)))) {
      assertThat(equal.claim()).isEqualTo(Claim.EQUAL);
      assertThat(equal.estimate().mean()).isZero();
      assertThat(equal.estimate().low()).isNegative();
      assertThat(equal.estimate().high()).isPositive();
    }
  }

  @Test
  void equalSharesBetweenNoneAndAllAreNoProofOfEquality() {
    Contrast same = contrast(Figure.SUCCESS, shares(100, 90, 90, 90), shares(100, 90, 90, 90));

    assertThat(same.claim()).isEqualTo(Claim.INCONCLUSIVE);
    assertThat(same.estimate().high() - same.estimate().low()).isGreaterThan(5);
  }

  @Test
  void noIntervalHasNoWidth() {
    Contrast same = contrast(Figure.PEAK_MEMORY, values(9.0, 9.0, 9.0), values(9.0, 9.0, 9.0));

    assertThat(same.estimate().low()).isCloseTo(1 / 1.01, within(1e-9));
    assertThat(same.estimate().high()).isCloseTo(1.01, within(1e-9));
  }

  @Test
  void throughputOfFewPollsIsAsUncertainAsTheirCounts() {
    assertThat(contrast(Figure.THROUGHPUT, shares(10, 9, 9, 9), shares(10, 10, 10, 10)).claim())
        .isEqualTo(Claim.INCONCLUSIVE);
    assertThat(
            contrast(
                    Figure.THROUGHPUT,
                    shares(10_000, 9_000, 9_000, 9_000),
                    shares(10_000, 10_000, 10_000, 10_000))
                .claim())
        .isEqualTo(Claim.WORSE);
  }

  @Test
  void twoRoundsHaveARangeAndNoClaim() {
    Contrast ratio = contrast(Figure.SERVICE_P99, values(3.0, 2.0), values(1.0, 1.0));

    assertThat(ratio.least()).isEqualTo(2.0);
    assertThat(ratio.estimate()).isNull();
    assertThat(ratio.claim()).isEqualTo(Claim.TOO_FEW_ROUNDS);
  }

  @Test
  void aZeroOrAnUnknownValueForbidsTheClaimAndIsNotLeftOut() {
    Contrast zero =
        contrast(Figure.CPU_PER_REQUEST, values(3.0, 3.0, 3.0, 3.0), values(1.0, 1.0, 1.0, 0.0));
    Contrast unknown =
        contrast(Figure.CPU_PER_REQUEST, values(3.0, 3.0, 3.0, 3.0), values(1.0, 1.0, 1.0, null));

    assertThat(zero.claim()).isEqualTo(Claim.NO_RATIO);
    assertThat(unknown.claim()).isEqualTo(Claim.UNKNOWN);
    for (Contrast contrast : List.of(zero, unknown)) {
      assertThat(contrast.byRound()).containsExactly(3.0, 3.0, 3.0, null);
      assertThat(contrast.estimate()).isNull();
    }
    assertThat(contrast(Figure.SUCCESS, shares(0, 0, 0, 0), shares(9, 9, 9, 9)).claim())
        .isEqualTo(Claim.UNKNOWN);
  }

  @Test
  void aRoundThatOneServerLostToInvalidForbidsTheClaim() {
    List<Value> four = values(2.0, 2.0, 2.0, 2.0);
    List<Value> lost = with(values(1.0, 1.0, 1.0), new Value(50.0, null, Value.Status.INVALID));

    for (Contrast contrast :
        List.of(
            contrast(Figure.SERVICE_P99, four, lost), contrast(Figure.SERVICE_P99, lost, four))) {
      assertThat(contrast.claim()).isEqualTo(Claim.LOST_ROUND);
      assertThat(contrast.estimate()).isNull();
      assertThat(contrast.byRound()).hasSize(4).endsWith((Double) null);
    }
    assertThat(contrast(Figure.SERVICE_P99, four, lost).why())
        .isEqualTo("round 4 of reference was INVALID");
  }

  @Test
  void aRoundThatBothLostLeavesTheOthers() {
    Value invalid = new Value(50.0, null, Value.Status.INVALID);

    Contrast contrast =
        contrast(
            Figure.SERVICE_P99,
            with(values(2.0, 2.0, 2.0), invalid),
            with(values(1.0, 1.0, 1.0), invalid));

    assertThat(contrast.claim()).isEqualTo(Claim.WORSE);
    assertThat(contrast.byRound()).containsExactly(2.0, 2.0, 2.0, null);
  }

  @Test
  void aRoundThatIsStillToComeIsNotLost() {
    List<Value> own = with(values(2.0, 2.0, 2.0), Value.ABSENT);
    List<Value> reference = values(1.0, 1.0, 1.0, 1.0);
    Pairing pairing =
        Pairing.of(
            Contenders.of("own", 0, own, true), Contenders.of("reference", 1, reference, true));

    Contrast contrast = Contrast.of(Figure.SERVICE_P99, own, reference, pairing);

    assertThat(contrast.claim()).isEqualTo(Claim.WORSE);
    assertThat(contrast.byRound()).containsExactly(2.0, 2.0, 2.0, null);
  }
}
