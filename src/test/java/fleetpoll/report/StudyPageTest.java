package fleetpoll.report;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.study.Study;
import fleetpoll.study.StudyExamples;
import fleetpoll.study.StudyFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyPageTest {

  private static final Path GOLDEN =
      Path.of("src/test/resources/fleetpoll/report/golden-study.html");

  @TempDir Path path;

  /** After a wanted change: {@code mvn test -Dtest=StudyPageTest -Dgolden.update=true}. */
  @Test
  void thePageIsTheGoldenOne() throws IOException {
    StudyFolder folder =
        StudyExamples.stored(path, StudyExamples.study(true, true), StudyExamples.everyKind());
    Path drawn = StudyPage.draw(folder);
    String page = DevicesPageTest.withoutAssets(Files.readString(drawn));

    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(GOLDEN, page);
    }
    assertThat(drawn).isEqualTo(folder.page());
    assertThat(page).isEqualTo(Files.readString(GOLDEN));
  }

  @Test
  void whatStandsAgainstTheFiguresStandsOnTop() throws IOException {
    String page = StudyPage.html(StudyExamples.study(false, false), StudyExamples.everyKind());

    assertThat(page.indexOf("The target does not count"))
        .isPositive()
        .isLessThan(page.indexOf("class=\"headline\""));
    assertThat(page).contains("The study was interrupted; cells are missing.");
  }

  @Test
  void withoutCellsThereIsAPage() throws IOException {
    assertThat(StudyPage.html(StudyExamples.study(true, false), List.of()))
        .contains("No cell has ended.");
  }

  @Test
  void hostileTextIsTextOnly() throws IOException {
    Study study = StudyExamples.studyOf(RunExamples.HOSTILE);

    assertThat(DevicesPageTest.withoutAssets(StudyPage.html(study, List.of())))
        .doesNotContain("<img", "<b>", "<script>document", "<!--");
  }
}
