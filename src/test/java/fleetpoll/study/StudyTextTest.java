package fleetpoll.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StudyTextTest {

  @Test
  void theTableTheFaultsAndWhatConcurrencyCosts() {
    assertThat(StudyText.lines(StudyExamples.study(true, true), StudyExamples.everyKind()))
        .containsExactly(
            "client   requests  limit  time [s]  user [s]  system [s]  CPU [%]     x  least x  residual [%]  peak [MB]",
            "sync          100      1      43.1      1.50        0.50        4  1.02     1.00             -        200",
            "sync       10,000      1    ~3,600         -           -        -     -        -             -          -",
            "async       1,000    100      4.50      1.50        0.50       31  1.15     1.12          +0.2        200",
            "async      10,000    100      41.0      1.50        0.50        5  1.03     1.01          -0.8        200",
            "async      10,000  1,000      18.0      1.50        0.50       10  4.54     1.12             0        200",
            "virtual         1     10         -         -           -        -     -        -             -          -",
            "virtual         1    100         -         -           -        -     -        -             -          -",
            "threads         1     10      0.10      1.50        0.50       95     -        -             -        200",
            "~ predicted: n·t/m, and not run, as it takes longer than cell.limit",
            "virtual skipped: it is not here",
            "threads, 1 request, limit 10: 1 refused",
            "async: x / least x = 1 + 3.0e-06 m (m - 1), fitted to 3 cells up to m = 1,000, which differ"
                + " from it by -0.8 to +0.2 %; beyond m = 378, twice the limit brings less than 5 % more throughput",
            "10,000 requests: 1 h one after the other (predicted), 18 s with async and limit 1,000: 200"
                + " times as fast",
            StudyText.ONE_RUN);
  }

  @Test
  void whatWasNotMeasuredOrCannotBeSeenIsSaid() {
    assertThat(
            StudyText.lines(
                StudyExamples.study(true, true),
                List.of(
                    StudyExamples.row("async", 1_000, 10, 42),
                    StudyExamples.row("async", 10_000, 100, 100))))
        .anySatisfy(
            line ->
                assertThat(line)
                    .startsWith("async: x / least x = 1")
                    .contains("fitted to 2 cells up to m = 100, which are too few to show how well")
                    .endsWith("and what a greater limit than 100 brings was not measured"));
  }

  @Test
  void whatWasNotCheckedOrIsMissingIsSaid() {
    assertThat(StudyText.lines(StudyExamples.study(false, false), List.of()))
        .contains(
            "CAUTION: the target does not count; no cell was checked against it.",
            "CAUTION: the study was interrupted; cells are missing.");
  }

  @Test
  void aTargetThatWasFasterThanTIsACaution() {
    assertThat(
            StudyText.lines(
                StudyExamples.study(true, true),
                List.of(
                    StudyExamples.row("sync", 100, 1, 43),
                    StudyExamples.row("sync", 1_000, 1, 200),
                    StudyExamples.row("async", 1_000, 10, 21))))
        .contains(
            "CAUTION: x is below the least x in 2 cells (the first: sync, 1,000 requests, limit 1,"
                + " 0.51 below 1.00): the target was faster than t, so predicted times and what"
                + " follows from them are too long.");
  }

  @Test
  void aTargetWhoseTIsNotKnownIsACaution() {
    assertThat(StudyText.lines(StudyExamples.studyWithoutDelays(), List.of()))
        .contains(
            "CAUTION: the target failed when its latency t was measured; without t there is no x,"
                + " and nothing is predicted.");
  }
}
