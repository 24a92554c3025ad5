package fleetpoll.it.page;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.report.DevicesPage;
import fleetpoll.report.LargeFleet;
import fleetpoll.report.RunExamples;
import fleetpoll.report.SickFleet;
import fleetpoll.run.VerdictExamples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The page of a large fleet in a real browser. */
@Tag("alone")
class LargeFleetIT {

  @RegisterExtension static final PageDriver page = new PageDriver();

  @TempDir Path path;

  /** Bounds of what stays usable. */
  private static final long DRAW_MILLIS = 10_000;

  private static final long OPEN_MILLIS = 2_000;
  private static final long SORT_MILLIS = 300;

  @Test
  void twentyThousandDevicesAreDrawnSoonAndStayUsable() throws Exception {
    assertThat(drawMillis()).isLessThan(DRAW_MILLIS);
    String url = DevicesPage.url(path.resolve("devices.html"));
    assertThat(best(OPEN_MILLIS, () -> openMillis(url))).isLessThan(OPEN_MILLIS);

    assertThat(page.find("#shown").getText()).isEqualTo("20,000 devices, 100 shown");
    assertThat(page.find("#map-rows").getText()).isEqualTo("Each row is the worst of 36 devices");
    for (String column : List.of("A service p99", "B success, %", "A sent")) {
      assertThat(best(SORT_MILLIS, () -> clickMillis("button[aria-label='" + column + "']")))
          .isLessThan(SORT_MILLIS);
    }
    assertThat(best(SORT_MILLIS, () -> clickMillis("#device-head tr:last-child button")))
        .isLessThan(SORT_MILLIS);
    page.find("#more").click();
    assertThat(page.ids()).hasSize(200);
  }

  @Test
  void theDefaultFleetsTenMinutesAreAFileThatCanBeSent() throws IOException {
    SickFleet.write(
        RunExamples.folder(path, "run"), RunExamples.fleet(500, 600), VerdictExamples.FAIL);

    page.show(RunExamples.folder(path, "run"));

    assertThat(Files.size(path.resolve("run/devices.html"))).isLessThan(3_000_000);
  }

  /** In a heap as small as that of a load test. */
  private long drawMillis() throws IOException, InterruptedException {
    Process draw =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx1G",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                LargeFleet.class.getName(),
                path.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String millis = new String(draw.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    assertThat(draw.waitFor()).isZero();
    return Long.parseLong(millis.strip());
  }

  /** Of up to three attempts, of which one is enough: a busy machine makes the others longer. */
  private static double best(long bound, DoubleSupplier attempt) {
    double best = attempt.getAsDouble();
    for (int more = 2; best >= bound && more > 0; more--) {
      best = Math.min(best, attempt.getAsDouble());
    }
    return best;
  }

  private static double openMillis(String url) {
    page.get(url);
    return page.number("return performance.getEntriesByType('navigation')[0].loadEventEnd");
  }

  private static double clickMillis(String button) {
    return page.number(
        "const b = document.querySelector(arguments[0]); const t = performance.now(); b.click();"
            + "document.body.getBoundingClientRect(); return performance.now() - t",
        button);
  }
}
