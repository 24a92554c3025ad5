package fleetpoll.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpeedUpTest {

  @Test
  void theFastestOfAsManyRequestsCountsAndSecondsAreNotCutOff() {
    List<SpeedUp> best =
        SpeedUp.best(
            List.of(
                StudyExamples.row("sync", 100, 1, 43.12),
                StudyExamples.row("async", 100, 10, 5.5),
                StudyExamples.row("async", 100, 100, 1.097),
                StudyExamples.row("async", 1_000, 100, 0.5)));

    assertThat(best).hasSize(1);
    assertThat(best.get(0).times()).isEqualTo(43.12 / 1.097);
    assertThat(best.get(0).sentence())
        .isEqualTo(
            "100 requests: 43.1 s one after the other, 1.1 s with async and limit 100:"
                + " 39.3 times as fast");
  }

  @Test
  void aCellThatFailedIsNothingToCompareWith() {
    StudyRow timedOut = StudyExamples.timedOut("sync", 100, 1, 71);
    StudyRow fast = StudyExamples.row("async", 100, 100, 0.84);

    assertThat(timedOut.isFaulty()).isTrue();
    assertThat(SpeedUp.best(List.of(timedOut, fast))).isEmpty();
    assertThat(SpeedUp.best(List.of(StudyExamples.skipped("sync", 100, 1), fast))).isEmpty();
    assertThat(SpeedUp.best(List.of(StudyExamples.predicted("sync", 100, 1, 42), fast)))
        .extracting(SpeedUp::times)
        .containsExactly(42 / 0.84);
  }
}
