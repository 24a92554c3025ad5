package fleetpoll.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyFolderTest {

  @TempDir Path directory;

  private final List<StudyRow> rows =
      List.of(
          StudyExamples.row("async", 100, 10, 4.2),
          StudyExamples.predicted("sync", 10_000, 1, 4_050),
          StudyExamples.skipped("virtual", 1, 10),
          StudyExamples.refused("threads", 100, 10));

  private StudyFolder folder() {
    return new StudyFolder(directory.resolve("new/study"));
  }

  @Test
  void columnsAreThese() throws IOException {
    folder().write(StudyExamples.study(true, true), List.of());

    assertThat(folder().path().resolve(StudyFolder.ROWS))
        .hasContent(
            "client,n,m,wall_s,prepare_s,predicted_s,x,fitted_x,residual_percent,mean_delay_s,mean_client_s,throughput_per_s,"
                + "user_s,sys_s,cpu_share,server_cpu_share,peak_rss_mb,ok,ko,reason");
  }

  @Test
  void whatIsWrittenIsRead() throws IOException {
    folder().write(StudyExamples.study(true, false), rows);

    assertThat(folder().rows()).isEqualTo(rows);
    assertThat(folder().study().stored(null)).isEqualTo(StudyExamples.study(true, false));
    assertThat(folder().rows())
        .extracting(
            StudyRow::isSound, StudyRow::isPredictedOnly, StudyRow::isSkipped, StudyRow::isFaulty)
        .containsExactly(
            tuple(true, false, false, false),
            tuple(false, true, false, false),
            tuple(false, false, true, false),
            tuple(false, false, false, true));
  }

  @Test
  void theFitStandsNextToWhatWasMeasured() throws IOException {
    folder().write(StudyExamples.study(true, true), StudyExamples.everyKind());

    assertThat(folder().rows())
        .extracting(StudyRow::x, StudyRow::fittedX, StudyRow::residualPercent)
        .contains(
            tuple(1.1518, 1.1495, 0.2), tuple(1.0334, 1.0414, -0.77), tuple(null, null, null));
  }

  @Test
  void rowsFromBeforeTheFitWasStoredAreRead() throws IOException {
    folder().write(StudyExamples.study(true, true), rows);
    Path csv = folder().path().resolve(StudyFolder.ROWS);
    Files.writeString(
        csv,
        Files.readString(csv)
            .replace("fitted_x,residual_percent,", "")
            .replaceAll("(?m)^((?:[^,\n]*,){7}),,", "$1"));
    Path json = folder().path().resolve(StudyFolder.STUDY);
    Files.writeString(json, Files.readString(json).replaceAll("(?s),\\s+\"rows\" : \\{.*?\\}", ""));

    assertThat(folder().rows()).isEqualTo(rows);
  }

  @Test
  void halfAFileIsNoStudy() throws IOException {
    folder().write(StudyExamples.study(true, true), rows);
    Files.writeString(folder().path().resolve(StudyFolder.STUDY), "{");

    assertThatIOException()
        .isThrownBy(() -> folder().study())
        .withMessageStartingWith("study.json is not what a study writes: ");
  }

  @Test
  void anotherSchemaIsRefused() throws IOException {
    folder().write(StudyExamples.study(true, true), rows);
    Files.writeString(folder().path().resolve(StudyFolder.STUDY), "{\"schemaVersion\": 99}");

    assertThatIOException()
        .isThrownBy(() -> folder().study())
        .withMessage("study.json has schema version 99, and this Fleetpoll reads version 1");
  }
}
