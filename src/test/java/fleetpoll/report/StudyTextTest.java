package fleetpoll.report;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.study.StudyExamples;
import fleetpoll.study.StudyRow;
import java.util.List;
import org.junit.jupiter.api.Test;

class StudyTextTest {

  private static final List<StudyRow> ROWS =
      List.of(
          StudyExamples.row("sync", 100, 1, 41),
          StudyExamples.predicted("sync", 10_000, 1, 3_600),
          StudyExamples.row("async", 1_000, 100, 4.5),
          StudyExamples.row("async", 10_000, 100, 41),
          StudyExamples.row("async", 10_000, 1_000, 18),
          StudyExamples.skipped("virtual", 1, 10),
          StudyExamples.skipped("virtual", 1, 100),
          StudyExamples.refused("threads", 1, 10));

  @Test
  void theTableTheFaultsAndWhatConcurrencyCosts() {
    assertThat(StudyText.lines(StudyExamples.study(true, true), ROWS)).containsExactly("");
  }

  @Test
  void whatWasNotCheckedOrIsMissingIsSaid() {
    assertThat(StudyText.lines(StudyExamples.study(false, false), List.of()))
        .contains(
            "CAUTION: the target does not count; no cell was checked against it.",
            "CAUTION: the study was interrupted; cells are missing.");
  }
}
