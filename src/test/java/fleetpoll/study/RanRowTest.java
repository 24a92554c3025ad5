package fleetpoll.study;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.client.CellResult;
import fleetpoll.settings.StudyClient;
import fleetpoll.study.StudiedTarget.Received;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RanRowTest {

  private static final Cell CELL = new Cell(StudyClient.ASYNC, 100, 10);

  private static Measurement measured(CellResult result) {
    return new Measurement(
        StudyExamples.STARTED,
        Optional.of(result),
        Optional.of(StudyExamples.usage()),
        Optional.empty());
  }

  private static StudyRow row(Measurement measurement, Double delayS, long counted) {
    return new RanRow(CELL, measurement, delayS, true, Optional.of(new Received(counted, 1))).row();
  }

  @Test
  void figuresAreWhatTheirJavadocSays() {
    StudyRow row = row(measured(StudyExamples.result(4.2, 100, Map.of())), 0.4, 100);

    assertThat(row)
        .isEqualTo(
            new StudyRow(
                "async", 100, 10, 4.2, 2.0, 4.0, 1.05, null, null, 0.4, 0.5, 23.81, 1.5, 0.5,
                0.3226, 0.2381, 200.0, 100L, 0L, null));
    assertThat(row.isSound()).isTrue();
  }

  @Test
  void aClientsOwnFiguresComeFirst() {
    CellResult own =
        new CellResult(1_002_000_000L, 1, 100, Map.of(), 1, null, 0.7, 0.1, 30_000_000L);

    StudyRow row = row(measured(own), 0.4, 100);

    assertThat(row.userS()).isEqualTo(0.7);
    assertThat(row.sysS()).isEqualTo(0.1);
    assertThat(row.peakRssMb()).isEqualTo(30);
  }

  @Test
  void withoutDelaysThereIsNothingToCompareWith() {
    StudyRow row = row(measured(StudyExamples.result(4.2, 100, Map.of())), 0.0, 100);

    assertThat(row.predictedS()).isZero();
    assertThat(row.x()).isNull();
    assertThat(row.isSound()).isTrue();
  }

  @Test
  void failuresAreTheReasonAndLeaveNoX() {
    StudyRow row =
        row(measured(StudyExamples.result(4.2, 1, Map.of("refused", 97L, "other", 2L))), 0.4, 100);

    assertThat(row.reason()).isEqualTo("97 refused; 2 other; the first: boom");
    assertThat(row.x()).isNull();
    assertThat(row.ko()).isEqualTo(99);
    assertThat(row.isFaulty()).isTrue();
  }

  @Test
  void whatTheTargetCountedOtherwiseIsSaid() {
    assertThat(row(measured(StudyExamples.result(4.2, 100, Map.of())), 0.4, 1_101).reason())
        .isEqualTo("the target counted 1,101 requests");
    assertThat(row(measured(StudyExamples.result(4.2, 99, Map.of())), 0.4, 99).reason())
        .isEqualTo("the client sent 99 requests");
  }

  @Test
  void aProcessWithoutAResultKeepsWhatWasSeenOfIt() {
    Measurement ended =
        new Measurement(
            StudyExamples.STARTED,
            Optional.empty(),
            Optional.of(StudyExamples.usage()),
            Optional.of("ended after 5 s"));

    StudyRow row = row(ended, 0.4, 60);

    assertThat(row.reason()).isEqualTo("ended after 5 s; the target counted 60 requests");
    assertThat(row.wallS()).isNull();
    assertThat(row.ok()).isNull();
    assertThat(row.userS()).isEqualTo(1.5);
    assertThat(row.peakRssMb()).isEqualTo(200);
  }

  @Test
  void aTargetThatDoesNotCountIsNoFault() {
    Measurement good = measured(StudyExamples.result(4.2, 100, Map.of()));

    assertThat(new RanRow(CELL, good, null, false, Optional.empty()).row().reason()).isNull();
  }

  @Test
  void aCellThatCouldNotBeCheckedSaysSo() {
    Measurement good = measured(StudyExamples.result(4.2, 100, Map.of()));
    StudyRow row = new RanRow(CELL, good, 0.4, true, Optional.empty()).row();

    assertThat(row.reason()).isEqualTo("the target did not say what it counted");
    assertThat(row.isSound()).isFalse();
  }
}
