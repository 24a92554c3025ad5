package fleetpoll.it.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fleetpoll.report.DevicesPage;
import fleetpoll.report.RunExamples;
import fleetpoll.study.Study;
import fleetpoll.study.StudyExamples;
import fleetpoll.study.StudyPage;
import fleetpoll.study.StudyRow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The page of a study in a real browser. */
class StudyPageIT {

  @RegisterExtension static final PageDriver page = new PageDriver();

  @TempDir Path path;

  @Test
  void everyClientAndTheModelAreLinesOverRequestsAndLimit() throws IOException {
    show(StudyExamples.study(true, true), StudyExamples.everyKind());

    assertThat(page.titles("#study-panels"))
        .containsExactly(
            "Time over requests, s, limit 1,000",
            "Requests/s over requests, limit 1,000",
            "Time over limit, s, 10,000 requests",
            "Requests/s over limit, 10,000 requests",
            "x over limit, 10,000 requests",
            "Times as fast as one after the other, 10,000 requests");
    assertThat(labels(2)).containsExactly("async", "n·t/m");
    assertThat(labels(4)).containsExactly("async", "async, fitted", "least");
    assertThat(page.run("return study.charts()[2].data[0]")).isEqualTo(List.of(1L, 100L, 1_000L));
    assertThat(page.number("return study.charts()[2].data[1][2]")).isCloseTo(18, within(0.01));
    assertThat(page.number("return study.charts()[5].data[1][2]")).isCloseTo(200, within(0.01));
  }

  @Test
  void requestsAndLimitAreChosen() throws IOException {
    show(StudyExamples.study(true, true), StudyExamples.everyKind());

    page.find("#study-limit option[value='100']").click();
    assertThat(page.titles("#study-panels")).contains("Time over requests, s, limit 100");
    assertThat(labels(0)).containsExactly("sync", "async", "n·t/m", "n·t");
    page.find("#study-requests option[value='1000']").click();
    assertThat(page.titles("#study-panels")).contains("Time over limit, s, 1,000 requests");
    assertThat(page.number("return study.charts()[2].data[1][0]")).isCloseTo(4.5, within(0.01));
  }

  @Test
  void aNarrowScreenDoesNotScrollSideways() throws IOException {
    page.width(400);
    show(StudyExamples.study(true, true), StudyExamples.everyKind());

    assertThat(page.number("return document.documentElement.scrollWidth")).isLessThanOrEqualTo(400);
    assertThat(page.number("return Math.max(...study.charts().map(c => c.width))")).isLessThan(400);
  }

  @Test
  void withoutCellsNothingIsDrawn() throws IOException {
    show(StudyExamples.study(true, false), List.of());

    assertThat(page.find("#study-panels").getText())
        .isEqualTo("There is nothing to draw: no cell has been run.");
  }

  @Test
  void hostileTextStaysTextAndNothingLeavesThePage() throws IOException {
    show(StudyExamples.studyOf(RunExamples.HOSTILE), StudyExamples.everyKind());

    assertThat(page.find("h1").getText()).contains("</script>");
    assertThat(page.all("img, iframe")).isEmpty();
    assertThat(page.requests()).isNotEmpty().allMatch(url -> url.startsWith("file:///"));
  }

  private void show(Study study, List<StudyRow> rows) throws IOException {
    page.get(DevicesPage.url(StudyPage.draw(StudyExamples.stored(path, study, rows))));
  }

  @SuppressWarnings("unchecked")
  private static List<String> labels(int chart) {
    return (List<String>)
        page.run("return study.charts()[arguments[0]].series.slice(1).map(s => s.label)", chart);
  }
}
