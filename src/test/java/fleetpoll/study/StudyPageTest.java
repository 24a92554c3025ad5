package fleetpoll.study;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.report.Golden;
import fleetpoll.report.RunExamples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyPageTest {

  @TempDir Path path;

  @Test
  void thePageIsTheGoldenOne() throws IOException {
    StudyFolder folder =
        StudyExamples.stored(path, StudyExamples.study(true, true), StudyExamples.everyKind());
    Path drawn = StudyPage.draw(folder);

    assertThat(drawn).isEqualTo(folder.page());
    Golden.assertSame("study/golden-study.html", Golden.withoutAssets(Files.readString(drawn)));
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

    assertThat(Golden.withoutAssets(StudyPage.html(study, List.of())))
        .doesNotContain("<img", "<b>", "<script>document", "<!--");
  }
}
