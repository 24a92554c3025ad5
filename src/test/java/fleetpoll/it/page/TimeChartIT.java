package fleetpoll.it.page;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.report.RunExamples;
import fleetpoll.report.SickFleet;
import fleetpoll.run.RunFolder;
import fleetpoll.run.VerdictExamples;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The charts over time in a real browser. */
class TimeChartIT {

  @RegisterExtension static final PageDriver page = new PageDriver();

  @TempDir Path path;

  private static final String RANGES =
      "return time.charts().map(c => Math.round(c.scales.x.min) + '-' + Math.round(c.scales.x.max))";

  @Test
  void thePanelsShareAnAxisAndAZoom() throws IOException {
    show();
    assertThat(ranges()).hasSize(7).containsOnly("0-60");

    drag(page.all("#time-panels .u-over").get(2), 0.25, 0.5);
    assertThat(ranges()).hasSize(7).containsOnly("15-30");
    assertThat(page.find("#zoom-from").getDomProperty("value")).startsWith("15");

    page.actions().doubleClick(page.all("#time-panels .u-over").get(4)).perform();
    assertThat(ranges()).containsOnly("0-60");
  }

  @Test
  void theKeyboardZoomsToo() throws IOException {
    show();

    type("#zoom-from", "10");
    type("#zoom-to", "20");
    assertThat(ranges()).containsOnly("10-20");
    page.find("#zoom-reset").sendKeys(Keys.ENTER);
    assertThat(ranges()).containsOnly("0-60");
    assertThat(page.find("#zoom-reset").isEnabled()).isFalse();

    type("#zoom-from", "70");
    assertThat(ranges()).as("from beyond the end is no range").containsOnly("0-60");
  }

  @Test
  void hoveringOnePanelShowsTheValuesOfAll() throws IOException {
    show();

    page.actions().moveToElement(page.all("#time-panels .u-over").get(0), 0, 0).perform();

    assertThat(legends()).hasSize(7).allMatch(text -> text.matches("(?s).*at\\s*(29|30) s.*"));
    assertThat(legends().get(0)).matches("(?s).*OK\\s*88\\s+KO\\s*\\d.*");
    assertThat(legends().get(2)).contains("service p50", "response p99");
  }

  @Test
  void theArrowKeysMoveTheCursor() throws IOException {
    show();
    WebElement panels = page.find("#time-panels");

    panels.sendKeys(Keys.ARROW_RIGHT);
    panels.sendKeys(Keys.ARROW_RIGHT);
    panels.sendKeys(Keys.ARROW_RIGHT);
    panels.sendKeys(Keys.ARROW_LEFT);

    assertThat(legends()).hasSize(7).allMatch(text -> text.matches("(?s).*at\\s*1 s.*"));
  }

  @Test
  void timesAreLogarithmicUnlessToldOtherwise() throws IOException {
    show();
    assertThat(page.number("return time.charts()[2].scales.y.distr")).isEqualTo(3);

    page.find("#log-times").click();

    assertThat(page.number("return time.charts()[2].scales.y.distr")).isEqualTo(1);
    assertThat(page.all("#time-panels .uplot")).hasSize(7);
  }

  @Test
  void aRunWithoutAnythingIsSaid() throws IOException {
    RunFolder folder = RunExamples.folder(path, "run");
    RunExamples.write(
        folder, RunExamples.fleet(0, 10), (d, e, k) -> null, RunExamples.withoutSamples());

    page.show(folder);

    assertThat(page.find("#time-panels").getText())
        .isEqualTo("Nothing was due, and no sample was taken.");
    assertThat(page.find("#distribution-chart").getText())
        .isEqualTo("There was no success, so there is no distribution.");
    assertThat(page.find(".zoom").isDisplayed()).isFalse();
  }

  @Test
  void aShareIsRoundedDownAsItIsWrittenNotAsFloatingPointHasIt() throws IOException {
    show();

    assertThat(page.run("return [0.57, 99.999, 100, 0.005].map(numbers.percent).join()"))
        .isEqualTo("0.57,99.99,100.00,<0.01");
    assertThat(page.run("return numbers.clock(130.3, 200)")).isEqualTo("2:10.3");
  }

  /** The style sheet has five colours. */
  @Test
  void everyEndpointHasALineHoweverManyThereAre() throws IOException {
    RunFolder folder = RunExamples.folder(path, "run");
    SickFleet.write(
        folder, RunExamples.withEndpoints(RunExamples.fleet(40, 60), 7), VerdictExamples.FAIL);

    page.show(folder);

    assertThat(
            page.number(
                "return distribution.series.slice(1).filter(s => s.stroke() !== '').length"))
        .isEqualTo(14);
  }

  private void show() throws IOException {
    RunFolder folder = RunExamples.folder(path, "run");
    SickFleet.write(folder, RunExamples.fleet(40, 60), VerdictExamples.FAIL);
    page.show(folder);
    page.run("document.querySelector('#time-panels').scrollIntoView()");
  }

  @SuppressWarnings("unchecked")
  private static List<String> ranges() {
    return (List<String>) page.run(RANGES);
  }

  private static List<String> legends() {
    return page.all("#time-panels .u-legend").stream().map(WebElement::getText).toList();
  }

  private static void drag(WebElement over, double from, double to) {
    int width = over.getSize().getWidth();
    page.actions()
        .moveToElement(over, (int) (width * (from - 0.5)), 0)
        .clickAndHold()
        .moveByOffset((int) (width * (to - from) / 2), 0)
        .moveByOffset((int) (width * (to - from) / 2), 0)
        .release()
        .perform();
  }

  private static void type(String input, String value) {
    page.find(input).sendKeys(Keys.chord(Keys.CONTROL, "a"), value, Keys.TAB);
  }
}
