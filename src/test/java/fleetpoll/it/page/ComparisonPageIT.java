package fleetpoll.it.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fleetpoll.compare.ComparedRun;
import fleetpoll.compare.Comparison;
import fleetpoll.compare.ComparisonFolder;
import fleetpoll.compare.ComparisonPage;
import fleetpoll.report.DevicesPage;
import fleetpoll.report.RunExamples;
import fleetpoll.report.RunExamples.Answer;
import fleetpoll.report.StoredExample;
import fleetpoll.run.Run;
import fleetpoll.run.RunFolder;
import fleetpoll.run.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The page of a comparison in a real browser. */
class ComparisonPageIT {

  @RegisterExtension static final PageDriver page = new PageDriver();

  @TempDir Path path;

  @Test
  void everyServerIsALineOfEveryChart() throws IOException {
    show(threeServers());

    assertThat(page.titles("#time-panels"))
        .containsExactly(
            "p99 of the service time of A, ms",
            "p99 of the service time of B, ms",
            "Successes, polls/s",
            "The server's CPU, cores in use",
            "The server's resident memory, MB");
    assertThat(page.titles("#curve-charts"))
        .containsExactly(
            "Service time of A by percentile, ms", "Service time of B by percentile, ms");
    assertThat(page.number("return comparison.charts().length")).isEqualTo(7);
    assertThat(page.number("return Math.min(...comparison.charts().map(c => c.series.length))"))
        .isEqualTo(4);
    assertThat(page.text("return comparison.charts()[0].series[3].label"))
        .isEqualTo("django (INVALID)");
    assertThat(p99(1)).isCloseTo(3, within(0.05));
  }

  @Test
  void itOpensWithAPictureOfEveryServerAgainstTheReference() throws IOException {
    show(threeServers());

    assertThat(page.titles("#forests"))
        .containsExactly(
            "channels, ratios",
            "channels, percentage points",
            "django, ratios",
            "django, percentage points");
    assertThat(
            page.run(
                "return Boolean(document.querySelector('#forests')"
                    + ".compareDocumentPosition(document.querySelector('table')) & 4)"))
        .as("the tables follow")
        .isEqualTo(true);
    assertThat(page.find("#forests .plot").getDomAttribute("aria-label"))
        .contains("A service p99: 2.00 no claim")
        .contains("server CPU per request: 1.00 no claim");
    assertThat(page.number("return forest.plots()[0].scales.y.distr")).isEqualTo(3);
    assertThat(page.number("return forest.plots()[0].scales.y.min")).isLessThan(0.5);
    assertThat(page.number("return forest.plots()[2].scales.y.max"))
        .as("one axis for all")
        .isEqualTo(page.number("return forest.plots()[0].scales.y.max"))
        .isGreaterThan(2);
  }

  @Test
  void theLineOfEqualityIsMarkedInBothThemes() throws IOException {
    show(threeServers());

    for (String scheme : List.of("light", "dark")) {
      page.scheme(scheme);
      assertThat(
              page.run(
                  PageDriver.PIXELS
                      + "const plot = forest.plots()[0];"
                      + "const x = Math.round(plot.valToPos(1, 'y', true));"
                      + "const [r, g, b, a] = pixels(plot.ctx.canvas, x - 1, 12, 3, 1)"
                      + ".reduce((all, each, i) => { all[i % 4] = Math.max(all[i % 4], each);"
                      + " return all; }, [0, 0, 0, 0]);"
                      + "return a;"))
          .as(scheme)
          .isNotEqualTo(0L);
    }
  }

  @Test
  void roundMeasureAndScaleAreChosen() throws IOException {
    show(threeServers());
    double ofRoundOne = p99(1);

    page.find("#chart-round option:nth-child(2)").click();
    assertThat(p99(1)).isCloseTo(2 * ofRoundOne, within(0.1));
    page.find("#chart-measure option:nth-child(2)").click();
    assertThat(page.titles("#time-panels")).contains("p99 of the response time of A, ms");
    assertThat(page.titles("#curve-charts")).contains("Response time of A by percentile, ms");
    assertThat(page.number("return comparison.charts()[0].scales.y.distr")).isEqualTo(3);
    page.find("#chart-log").click();
    assertThat(page.number("return comparison.charts()[0].scales.y.distr")).isNotEqualTo(3);
    assertThat(page.number("return comparison.charts().length")).isEqualTo(7);
  }

  @Test
  void aNarrowScreenDoesNotScrollSideways() throws IOException {
    page.width(400);
    show(threeServers());

    assertThat(page.number("return document.documentElement.scrollWidth")).isLessThanOrEqualTo(400);
    assertThat(page.number("return Math.max(...comparison.charts().map(c => c.width))"))
        .isLessThan(400);
    assertThat(page.number("return Math.max(...forest.plots().map(c => c.width))")).isLessThan(400);
    assertThat(page.number("return Math.min(...forest.plots().map(c => c.bbox.width))"))
        .isGreaterThan(80);
  }

  @Test
  void bothThemesAreReadable() throws IOException {
    show(threeServers());

    page.scheme("dark");
    assertThat(page.luminance("color")).isGreaterThan(page.luminance("backgroundColor") + 120);
    page.scheme("light");
    assertThat(page.luminance("color")).isLessThan(page.luminance("backgroundColor") - 120);
  }

  @Test
  void paperIsLightAndHasEveryRound() throws IOException {
    show(threeServers());
    page.scheme("dark");

    page.run("window.dispatchEvent(new Event('beforeprint'))");
    assertThat(page.luminance("color")).isLessThan(200);
    assertThat(page.number("return Math.max(...comparison.charts().map(c => c.width))"))
        .isEqualTo(680);
    assertThat(page.run("return document.querySelector('details').open")).isEqualTo(true);
    page.run("window.dispatchEvent(new Event('afterprint'))");
    assertThat(page.run("return document.querySelector('details').open")).isEqualTo(false);
  }

  @Test
  void aRunWithoutItsFilesIsComparedAndNotDrawn() throws IOException {
    Comparison comparison = threeServers();
    for (ComparedRun run : comparison.runs()) {
      Files.delete(run.folder().path().resolve(RunFolder.HISTOGRAMS));
    }

    show(comparison);

    assertThat(page.find("#curve-charts").getText())
        .isEqualTo("There is nothing to draw of this round.");
    assertThat(page.find("[aria-label='Not drawn']").getText())
        .contains("Not drawn: falcon, round 1: polls.hlog cannot be read");
    assertThat(page.number("return comparison.charts().length")).isEqualTo(5);
  }

  @Test
  void hostileTextStaysTextAndNothingLeavesThePage() throws IOException {
    show(servers("falcon", RunExamples.HOSTILE, "django"));

    assertThat(page.title()).endsWith(" - compared").startsWith("falcon, </script>");
    assertThat(page.all("img, iframe")).isEmpty();
    assertThat(page.text("return comparison.charts()[0].series[2].label"))
        .isEqualTo(RunExamples.HOSTILE);
    assertThat(page.requests()).isNotEmpty().allMatch(url -> url.startsWith("file:///"));
  }

  private Comparison threeServers() throws IOException {
    return servers("falcon", "channels", "django");
  }

  /** Two rounds: the second of them takes twice as long; the last server's runs are invalid. */
  private Comparison servers(String... names) throws IOException {
    List<ComparedRun> runs = new ArrayList<>();
    for (int server = 0; server < names.length; server++) {
      for (int round = 1; round <= 2; round++) {
        long micros = 3_000L * round * (server + 1);
        RunFolder folder = RunExamples.folder(path, server + "-" + round);
        RunExamples.write(
            folder, RunExamples.fleet(4, 10), false, (d, e, tick) -> Answer.ok(micros));
        StoredExample.numbered(folder.path(), names.length * round + server);
        Run run = folder.run();
        boolean valid = server < names.length - 1;
        runs.add(
            new ComparedRun(
                names[server], round, folder, valid ? run : run.withVerdict(Verdict.PENDING)));
      }
    }
    return Comparison.of(runs);
  }

  private void show(Comparison comparison) throws IOException {
    ComparisonFolder folder =
        new ComparisonFolder(Files.createDirectories(path.resolve("compare")));
    page.get(DevicesPage.url(ComparisonPage.draw(comparison, folder)));
  }

  private double p99(int series) {
    return page.number("return comparison.charts()[0].data[arguments[0]][0]", series);
  }
}
