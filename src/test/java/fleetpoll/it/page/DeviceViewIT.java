package fleetpoll.it.page;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.report.RunExamples;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** A device's own view in a real browser. */
class DeviceViewIT {

  @RegisterExtension static final PageDriver page = new PageDriver();

  @TempDir Path path;

  @Test
  void aDeviceOpensWithItsNumbersErrorsAndCharts() throws IOException {
    page.show(RunExamples.fiftyDevices(path));
    WebElement first = page.find("#device-rows button");
    WebElement dialog = page.find("#detail");

    first.sendKeys(Keys.ENTER);
    assertThat(dialog.isDisplayed()).isTrue();
    assertThat(dialog.getText())
        .contains("device-0007", "status 503", "not today", "50.00", "longest silence, ms")
        .contains("Longest without a success of any endpoint: ")
        .contains("on the wire, MB", "connections in the warm-up", "connect max, ms")
        .doesNotContain("TLS")
        .contains("Polls per 0.5 s", "Slowest success per 0.5 s, ms", "median device");
    assertThat(page.all("#detail .uplot")).as("in time, and a distribution of each").hasSize(4);
    page.find("#detail-close").click();
    assertThat(dialog.isDisplayed()).isFalse();
    assertThat(page.focused()).isEqualTo(first);

    page.find("#device-rows tr:nth-child(2) td").click();
    assertThat(dialog.getText()).contains("device-0005", "No poll of this device failed.");
    dialog.sendKeys(Keys.ESCAPE);
    assertThat(dialog.isDisplayed()).isFalse();
  }

  @Test
  void aSilenceInTheListOpensItsDevice() throws IOException {
    page.show(RunExamples.fiftyDevices(path));

    page.find("#silence-rows button").click();

    assertThat(page.find("#detail-title").getText()).matches("device-000[57]");
    page.find("#detail-close").click();
  }

  @Test
  void whatBecameOfItsPollsInTimeAddsUp() throws IOException {
    page.show(RunExamples.fiftyDevices(path));

    assertThat(sum("planned", 4)).isEqualTo(22);
    assertThat(sum("missed", 4)).isEqualTo(1);
    assertThat(sum("ko", 6)).isEqualTo(10);
    assertThat(page.number("return cells.slowest(41, 3, 0)")).isBetween(85.0, 95.0);
    assertThat(page.run("return Number.isNaN(cells.slowest(6, 0, 0))")).isEqualTo(true);
  }

  private static double sum(String key, int device) {
    return page.number(
        "let sum = 0; for (let bin = 0; bin < cells.bins; bin++)"
            + "{ sum += cells.count(arguments[0], arguments[1], bin, null); } return sum",
        key,
        device);
  }
}
