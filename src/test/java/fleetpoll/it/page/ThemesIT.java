package fleetpoll.it.page;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.record.Outcome;
import fleetpoll.report.RunExamples;
import fleetpoll.report.RunExamples.Answer;
import fleetpoll.report.SickFleet;
import fleetpoll.run.RunFolder;
import fleetpoll.run.VerdictExamples;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.WebElement;

/** Screens, dark and narrow ones, and paper, in a real browser. */
class ThemesIT {

  @RegisterExtension static final PageDriver page = new PageDriver();

  @TempDir Path path;

  private static final String DARKEST_OF_CHART =
      PageDriver.PIXELS
          + "const c = document.querySelector('#time-panels canvas');"
          + "const d = pixels(c, 0, 0, c.width, c.height); let least = 765;"
          + "for (let i = 0; i < d.length; i += 4) { if (d[i + 3] === 255)"
          + "{ least = Math.min(least, d[i] + d[i + 1] + d[i + 2]); } } return least";

  @Test
  void bothThemesAreReadableInTextAndCharts() throws IOException {
    page.show(sick());

    page.scheme("dark");
    assertThat(page.luminance("color")).isGreaterThan(page.luminance("backgroundColor") + 120);
    assertThat(page.number(DARKEST_OF_CHART)).as("nothing black on black").isGreaterThan(120);
    double ofDarkMap = page.number("return charts.colour('heat-0').charCodeAt(1)");
    page.scheme("light");
    assertThat(page.luminance("color")).isLessThan(page.luminance("backgroundColor") - 120);
    assertThat(page.number(DARKEST_OF_CHART)).isLessThan(400);
    assertThat(page.number("return charts.colour('heat-0').charCodeAt(1)")).isNotEqualTo(ofDarkMap);
  }

  @Test
  void paperIsLightAndNarrowWhateverTheScreenIs() throws IOException {
    page.show(sick());
    page.scheme("dark");

    page.run("window.dispatchEvent(new Event('beforeprint'))");
    assertThat(page.luminance("color")).isLessThan(200);
    assertThat(page.number(DARKEST_OF_CHART)).isLessThan(400);
    assertThat(page.number("return Math.max(...time.charts().map(c => c.width))")).isEqualTo(680);
    assertThat(page.run("return document.querySelector('details').open")).isEqualTo(true);
    page.run("window.dispatchEvent(new Event('afterprint'))");

    assertThat(page.luminance("color")).isGreaterThan(500);
    assertThat(page.number("return Math.min(...time.charts().map(c => c.width))"))
        .isGreaterThan(900);
    assertThat(page.print()).startsWith("JVBERi");
  }

  @Test
  void checksSilencesAndStallsAreInTheFirstScreenAndWhatPassedOpens() throws IOException {
    page.width(1_440);
    page.show(sick());

    assertThat(
            page.number("return document.querySelector('.glance').getBoundingClientRect().bottom"))
        .isLessThan(800);
    assertThat(page.all(".checks li")).filteredOn(WebElement::isDisplayed).hasSize(4);
    assertThat(page.find("#passed summary").getText())
        .isEqualTo("2 checks passed: server.cpu 0.31 cores (≤ 1.5 cores)");
    assertThat(page.all("#silence-rows button")).filteredOn(WebElement::isDisplayed).hasSize(10);
    assertThat(page.find(".glance").getText()).contains("The generator stood still for 240 ms");
    page.find("#passed summary").click();
    assertThat(page.all(".checks li")).filteredOn(WebElement::isDisplayed).hasSize(6);
  }

  @Test
  void aNarrowPageDoesNotScrollSideways() throws IOException {
    RunFolder folder = RunExamples.folder(path, "run");
    RunExamples.write(
        folder,
        RunExamples.withIdentities(
            RunExamples.withEndpoints(RunExamples.fleet(1, 10), 5), List.of("x".repeat(128))),
        (d, e, k) -> k % 2 == 0 ? Answer.ok(4_000) : Answer.ko(Outcome.OTHER, "y".repeat(200)),
        RunExamples.judged(VerdictExamples.FAIL));

    page.width(400);
    page.show(folder);
    assertThat(page.number("return innerWidth")).isEqualTo(400);
    assertThat(page.number("return document.documentElement.scrollWidth"))
        .isEqualTo(page.number("return document.documentElement.clientWidth"));
    page.find("#device-rows button").click();
    assertThat(
            page.number("return document.getElementById('detail').getBoundingClientRect().right"))
        .isLessThanOrEqualTo(400);
    assertThat(page.number("const d = document.getElementById('detail'); return d.scrollWidth"))
        .isEqualTo(page.number("return document.getElementById('detail').clientWidth"));
  }

  private RunFolder sick() {
    RunFolder folder = RunExamples.folder(path, "run");
    SickFleet.write(folder, RunExamples.fleet(40, 60), VerdictExamples.FAIL);
    return folder;
  }
}
