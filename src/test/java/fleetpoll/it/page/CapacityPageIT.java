package fleetpoll.it.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fleetpoll.capacity.Capacity;
import fleetpoll.capacity.CapacityExamples;
import fleetpoll.capacity.CapacityFiles;
import fleetpoll.capacity.CapacityFolder;
import fleetpoll.capacity.search.Finding.Reason;
import fleetpoll.report.DevicesPage;
import fleetpoll.report.RunExamples;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The page of a search for a capacity in a real browser. */
class CapacityPageIT {

  @RegisterExtension static final PageDriver page = new PageDriver();

  /** Whether a colour of the style sheet is drawn in the square around a place of a chart. */
  private static final String DRAWN =
      PageDriver.PIXELS
          + "const [chart, x, y, colour] = arguments; const u = capacity.charts()[chart];"
          + "const probe = new OffscreenCanvas(1, 1).getContext('2d');"
          + "probe.fillStyle = charts.colour(colour); probe.fillRect(0, 0, 1, 1);"
          + "const wanted = probe.getImageData(0, 0, 1, 1).data;"
          + "const d = pixels(u.ctx.canvas, Math.round(u.valToPos(x, 'x', true)) - 3,"
          + "Math.round(u.valToPos(y, 'y', true)) - 3, 7, 7);"
          + "for (let i = 0; i < d.length; i += 4) { if (d[i + 3] > 100"
          + "&& [0, 1, 2].every(c => Math.abs(d[i + c] - wanted[c]) < 6)) { return true; } }"
          + "return false;";

  @TempDir Path path;

  @Test
  void everyFigureIsAChartOverTheDevices() throws IOException {
    show(CapacityExamples.found());

    assertThat(page.titles("#capacity-panels"))
        .containsExactly(
            "Service p50 of A, ms",
            "Service p99 of A, ms",
            "Response p99 of A, ms",
            "Service p50 of B, ms",
            "Service p99 of B, ms",
            "Response p99 of B, ms",
            "Success, %",
            "Missed, %",
            "Successes, 1/s",
            "The server's CPU, cores",
            "The server's peak memory, MB");
    assertThat(page.run("return capacity.charts()[1].data[0]"))
        .isEqualTo(List.of(50L, 100L, 200L, 283L, 336L, 357L, 375L, 400L));
    assertThat(page.number("return capacity.charts()[1].scales.x.distr")).isEqualTo(3);
    assertThat(page.number("return capacity.charts()[1].data[1][7]")).isCloseTo(480, within(1.0));
  }

  @Test
  void aTrialIsAPointWhoseColourIsItsOutcomeInBothThemes() throws IOException {
    show(CapacityExamples.found());

    for (String scheme : List.of("light", "dark")) {
      page.scheme(scheme);
      assertThat(drawn(1, 50, 3.4, "pass")).as("holds").isTrue();
      assertThat(drawn(1, 50, 3.4, "ko")).as("does not fail").isFalse();
      assertThat(drawn(1, 400, 480, "ko")).as("fails").isTrue();
      assertThat(drawn(1, 70, 50, "ko")).as("the level").isTrue();
      assertThat(drawn(6, 50, 0.001, "pass")).as("all succeeded").isTrue();
    }
    show(CapacityExamples.ofGenerator());
    assertThat(drawn(1, 800, 190, "missed")).as("generator").isTrue();
  }

  @Test
  void theBandIsBetweenTheBounds() throws IOException {
    show(CapacityExamples.found());

    String alpha =
        PageDriver.PIXELS
            + "const u = capacity.charts()[2]; const [x] = arguments;"
            + "return pixels(u.ctx.canvas, Math.round(u.valToPos(x, 'x', true)),"
            + "Math.round(u.valToPos(20, 'y', true)) + 2, 1, 1)[3];";
    assertThat(page.number(alpha, 362)).isPositive();
    assertThat(page.number(alpha, 250)).isZero();
  }

  @Test
  void everyTrialLeadsToItsRun() throws IOException {
    show(CapacityExamples.found());

    assertThat(page.all(".trials tbody a")).hasSize(10);
    assertThat(page.find(".trials tbody a").getDomAttribute("href"))
        .isEqualTo("../devicepollsimulation-20260101001000000/devices.html");
  }

  @Test
  void theServerIsChosen() throws IOException {
    show(CapacityExamples.threeServers());
    assertThat(page.number("return capacity.charts()[0].data[0].at(-1)")).isEqualTo(400);

    page.find("#capacity-target option:nth-child(2)").click();

    assertThat(page.number("return capacity.charts()[0].data[0].at(-1)")).isEqualTo(200);
    assertThat(page.number("return capacity.charts().length")).isEqualTo(11);
  }

  @Test
  void aNarrowScreenDoesNotScrollSideways() throws IOException {
    page.width(400);
    show(CapacityExamples.threeServers());

    assertThat(page.number("return document.documentElement.scrollWidth")).isLessThanOrEqualTo(400);
    assertThat(page.number("return Math.max(...capacity.charts().map(c => c.width))"))
        .isLessThan(400);
  }

  @Test
  void bothThemesAreReadable() throws IOException {
    show(CapacityExamples.found());

    page.scheme("dark");
    assertThat(page.luminance("color")).isGreaterThan(page.luminance("backgroundColor") + 120);
    page.scheme("light");
    assertThat(page.luminance("color")).isLessThan(page.luminance("backgroundColor") - 120);
  }

  @Test
  void paperIsLightAndNarrow() throws IOException {
    show(CapacityExamples.found());
    page.scheme("dark");

    page.run("window.dispatchEvent(new Event('beforeprint'))");
    assertThat(page.luminance("color")).isLessThan(200);
    assertThat(page.number("return Math.max(...capacity.charts().map(c => c.width))"))
        .isEqualTo(680);
    page.run("window.dispatchEvent(new Event('afterprint'))");
  }

  @Test
  void withoutTrialsNothingIsDrawn() throws IOException {
    show(CapacityExamples.empty());

    assertThat(page.find("#capacity-panels").getText())
        .isEqualTo("There is nothing to draw: no trial has ended.");
  }

  @Test
  void hostileTextStaysTextAndNothingLeavesThePage() throws IOException {
    CapacityExamples.Search search = new CapacityExamples.Search(RunExamples.HOSTILE, 365);
    show(
        CapacityExamples.capacity(
            List.of(CapacityExamples.finding(RunExamples.HOSTILE, Reason.FOUND, 200, 400)),
            search.all(50, 100, 200, 400)));

    assertThat(page.find("h1").getText()).contains("</script>");
    assertThat(page.all("img, iframe")).isEmpty();
    assertThat(page.requests()).isNotEmpty().allMatch(url -> url.startsWith("file:///"));
  }

  private static boolean drawn(int chart, double devices, double value, String colour) {
    return (Boolean) page.run(DRAWN, chart, devices, value, colour);
  }

  private void show(Capacity capacity) throws IOException {
    CapacityFolder folder = new CapacityFolder(path.resolve("capacity"));
    folder.write(capacity);
    page.get(DevicesPage.url(CapacityFiles.draw(folder)));
  }
}
