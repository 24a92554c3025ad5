package fleetpoll.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;

class StudyCellTest {

  private static StudyRow atFloorTimes(long n, int m, double x) {
    return StudyExamples.row(
        "async", n, m, x * new DelayModel(StudyExamples.DELAYS).floorSeconds(n, m));
  }

  @Test
  void theResidualIsWhatTheFitLeaves() {
    List<StudyCell> cells =
        StudyCell.of(
            StudyExamples.study(true, true),
            List.of(
                atFloorTimes(1_000, 1, 1),
                atFloorTimes(10_000, 100, 1.8),
                atFloorTimes(10_000, 100, 2.2)));

    // Relative errors weigh the smaller x more, so the fit is nearer to it than to the mean, 2.
    assertThat(cells.get(1).residualPercent()).isCloseTo(-8.2, within(0.1));
    assertThat(cells.get(2).residualPercent()).isCloseTo(12.2, within(0.1));
    assertThat(cells.get(2).residual()).isEqualTo("+12.2");
    assertThat(cells.get(0).residual()).isEqualTo("0");
  }

  @Test
  void theFitIsAboutNoOtherCells() {
    List<StudyCell> cells =
        StudyCell.of(
            StudyExamples.study(true, true),
            List.of(
                atFloorTimes(1_000, 10, 1.1),
                atFloorTimes(1_000, 100, 2),
                atFloorTimes(100, 100, 9),
                StudyExamples.predicted("async", 10_000, 50, 9),
                StudyExamples.refused("async", 10_000, 1_000)));

    assertThat(cells)
        .extracting(cell -> cell.fittedX() != null, cell -> cell.residualPercent() != null)
        .containsExactly(
            tuple(true, true),
            tuple(true, true),
            tuple(false, false),
            tuple(true, false),
            tuple(false, false));
  }

  @Test
  void aResidualHasItsSign() {
    assertThat(StudyCell.signed(3.14)).isEqualTo("+3.1");
    assertThat(StudyCell.signed(-3.14)).isEqualTo("-3.1");
    assertThat(StudyCell.signed(-0.04)).isEqualTo("0");
  }
}
