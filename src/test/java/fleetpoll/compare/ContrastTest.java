package fleetpoll.compare;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.figure.Figure;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RatioTest {

  private static List<Value> values(Double... values) {
    return Arrays.stream(values).map(v -> new Value(v, Value.Status.COUNTS)).toList();
  }

  @Test
  void itIsFormedWithinEachRound() {
    Ratio ratio = Ratio.of(Figure.SERVICE_P99, values(3.0, 20.0, 6.0), values(1.0, 10.0, 2.0));

    assertThat(ratio.byRound()).containsExactly(3.0, 2.0, 3.0);
    assertThat(ratio.least()).isEqualTo(2.0);
    assertThat(ratio.greatest()).isEqualTo(3.0);
    assertThat(ratio.claim()).isEqualTo(Claim.WORSE);
  }

  @Test
  void whichWayIsBetterDependsOnTheFigure() {
    List<Value> more = values(200.0, 210.0, 190.0);
    List<Value> less = values(100.0, 100.0, 100.0);

    assertThat(Ratio.of(Figure.THROUGHPUT, more, less).claim()).isEqualTo(Claim.BETTER);
    assertThat(Ratio.of(Figure.THROUGHPUT, less, more).claim()).isEqualTo(Claim.WORSE);
    assertThat(Ratio.of(Figure.CPU_PER_REQUEST, more, less).claim()).isEqualTo(Claim.WORSE);
    assertThat(Ratio.of(Figure.CPU_PER_REQUEST, less, more).claim()).isEqualTo(Claim.BETTER);
  }

  @Test
  void anIntervalThatContainsOneIsInconclusive() {
    Ratio ratio = Ratio.of(Figure.SERVICE_P99, values(1.0, 2.0, 4.0), values(1.0, 1.0, 1.0));

    assertThat(ratio.estimate().mean()).isGreaterThan(1.9);
    assertThat(ratio.claim()).isEqualTo(Claim.INCONCLUSIVE);
  }

  @Test
  void oneMicrosecondIsNoDifference() {
    assertThat(
            Ratio.of(Figure.SERVICE_P50, values(.008, .008, .008), values(.007, .007, .007))
                .claim())
        .isEqualTo(Claim.INCONCLUSIVE);
  }

  @Test
  void successesAreCountedAndDifferAsSoonAsTheirCountsDo() {
    assertThat(
            Ratio.of(Figure.SUCCESS, values(99.9, 99.9, 99.9), values(100.0, 100.0, 100.0)).claim())
        .isEqualTo(Claim.WORSE);
  }

  @Test
  void twoRoundsHaveARangeAndNoClaim() {
    Ratio ratio = Ratio.of(Figure.SERVICE_P99, values(3.0, 2.0), values(1.0, 1.0));

    assertThat(ratio.least()).isEqualTo(2.0);
    assertThat(ratio.estimate()).isNull();
    assertThat(ratio.claim()).isEqualTo(Claim.TOO_FEW_ROUNDS);
  }

  @Test
  void aZeroOrAnUnknownValueForbidsTheClaimAndIsNotLeftOut() {
    for (Double bad : new Double[] {0.0, null}) {
      Ratio ratio = Ratio.of(Figure.MISSED, values(3.0, 3.0, 3.0, 3.0), values(1.0, 1.0, 1.0, bad));

      assertThat(ratio.byRound()).containsExactly(3.0, 3.0, 3.0, null);
      assertThat(ratio.claim()).isEqualTo(Claim.NO_RATIO);
      assertThat(ratio.estimate()).isNull();
    }
    assertThat(Ratio.of(Figure.MISSED, values(0.0, 0.0, 0.0), values(0.0, 0.0, 0.0)).least())
        .isNull();
  }

  @Test
  void anInvalidOrMissingRoundIsNoRound() {
    List<Value> reference = values(1.0, 1.0, 1.0, 1.0);
    for (Value out : List.of(new Value(50.0, Value.Status.INVALID), Value.ABSENT)) {
      List<Value> four = new java.util.ArrayList<>(values(2.0, 2.0, 2.0));
      four.add(out);
      Ratio ratio = Ratio.of(Figure.SERVICE_P99, four, reference);

      assertThat(ratio.byRound()).containsExactly(2.0, 2.0, 2.0, null);
      assertThat(ratio.estimate().mean())
          .isEqualTo(2.0, org.assertj.core.api.Assertions.within(1e-9));
      four.set(0, out);
      assertThat(Ratio.of(Figure.SERVICE_P99, four, reference).claim())
          .isEqualTo(Claim.TOO_FEW_ROUNDS);
    }
  }
}
